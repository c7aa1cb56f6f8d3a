/** Small signs drawn on a 20-px square; each says the same as the word beside it. */
const PATHS = {
  check: "M4 10.5 8.2 14.7 16 6",
  half: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 3v14M10 6.5h3.4M10 10h4M10 13.5h3.4",
  cross: "M5 5l10 10M15 5 5 15",
  question: "M7.2 7.4A2.9 2.9 0 1 1 11 10.2c-.7.3-1 .8-1 1.6v.4M10 15.4v.1",
  pen: "M4 16l.8-3.6L13 4.2a1.4 1.4 0 0 1 2 0l.8.8a1.4 1.4 0 0 1 0 2L7.6 15.2z",
  raised: "M10 16V5M5.5 9 10 4.5 14.5 9",
  stamp: "M10 3.2 16 6v4.4c0 3.2-2.5 5.4-6 6.6-3.500-1.200-6-3.400-6-6.600V6zM7.300 10 9.300 12 12.900 8.200",
  past: "M10 3.500a6.500 6.500 0 1 0 6.500 6.500M16.500 3.800v3.400h-3.400M10 6.500V10l2.400 1.600",
  undo: "M7 4.5 3.5 8 7 11.500M3.500 8h8a4.500 4.500 0 0 1 0 9H9",
  redo: "M13 4.500 16.500 8 13 11.500M16.500 8h-8a4.500 4.500 0 0 0 0 9H11",
  clock: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 6.200V10l2.600 1.800",
  late: "M10 3.200 17.300 16H2.700zM10 8v3.600M10 13.700v.1",
  wait: "M6 3.500h8M6 16.500h8M6.800 3.500c0 4 6.400 4.500 6.400 9v4M13.200 3.500c0 4-6.400 4.500-6.400 9v4",
  future: "M10 3.500a6.500 6.500 0 1 0 0 13a6.500 6.500 0 1 0 0-13",
  info: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14M10 9.300v4.200M10 6.600v.1",
  lock: "M5.500 9.200h9v7h-9zM7.300 9.200V7a2.700 2.700 0 0 1 5.400 0v2.200",
  search: "M8.800 3.600a5.200 5.200 0 1 0 0 10.400a5.200 5.200 0 1 0 0-10.400M12.600 12.600 16.500 16.500",
  menu: "M3.500 5.500h13M3.500 10h13M3.500 14.500h13",
  up: "M5 12l5-5 5 5",
  down: "M5 8l5 5 5-5",
  right: "M8 5l5 5-5 5",
  rise: "M5 15 15 5M7.500 5H15v7.500",
  fall: "M5 5 15 15M15 7.500V15H7.500",
  flat: "M3.500 10h13M12 5.500 16.500 10 12 14.500",
  copy: "M7 7h9v9.500H7zM4 13V3.500h9",
  sun: "M10 6.700a3.300 3.300 0 1 0 0 6.600a3.300 3.300 0 1 0 0-6.600M10 2.500v1.600M10 15.900v1.600M2.500 10h1.600M15.900 10h1.600M4.700 4.700l1.100 1.100M14.200 14.200l1.100 1.100M15.300 4.700l-1.100 1.100M5.800 14.200l-1.100 1.100",
  moon: "M15.800 12.300A6.500 6.500 0 0 1 7.700 4.200a6.500 6.500 0 1 0 8.100 8.100",
  person: "M10 4a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4.200 16.500c.8-3 3-4.500 5.800-4.500s5 1.500 5.800 4.500",
  calendar: "M3.800 5h12.400v11.500H3.800zM3.800 8.500h12.400M7 3.200V6M13 3.200V6",
  list: "M7 5.500h9.500M7 10h9.500M7 14.500h9.500M3.700 5.500h.1M3.700 10h.1M3.700 14.500h.1",
} as const;
export type IconName = keyof typeof PATHS;

/** `x` and `y` place its corner where it stands inside another picture. */
export function Icon({
  name,
  size = 20,
  ...place
}: {
  readonly name: IconName;
  readonly size?: number;
  readonly x?: number;
  readonly y?: number;
}) {
  return (
    <svg
      className="icon"
      {...place}
      viewBox="0 0 20 20"
      width={size}
      height={size}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
