import { DataTable } from "../../../platform/ui/data-table.tsx";
import { Money } from "../../../platform/ui/number.tsx";

interface BridgeLine {
  readonly id: string;
  readonly label: string;
  readonly tkr: number;
}

/** The way from a plan to a start, line by line: where it began, what changed, and where it ends (E-8). */
export function BridgeLines({
  caption,
  captionShown = false,
  headers,
  plan,
  steps,
  start,
}: {
  readonly caption: string;
  readonly captionShown?: boolean;
  readonly headers: { readonly what: string; readonly tkr: string };
  readonly plan: Omit<BridgeLine, "id">;
  readonly steps: readonly BridgeLine[];
  readonly start: Omit<BridgeLine, "id">;
}) {
  const rows = [
    { ...plan, id: "plan", signed: false },
    ...steps.map((step) => ({ ...step, signed: true })),
    { ...start, id: "start", signed: false },
  ];
  return (
    <DataTable
      caption={caption}
      captionShown={captionShown}
      search={false}
      columns={[
        { id: "what", header: headers.what, unsortable: true, value: ({ label }) => label },
        {
          id: "tkr",
          header: headers.tkr,
          numeric: true,
          unsortable: true,
          value: ({ tkr }) => tkr,
          cell: ({ tkr, signed }) => <Money tkr={tkr} signed={signed} />,
        },
      ]}
      rows={rows}
      rowKey={({ id }) => id}
      rowTone={({ id }) => (id === "start" ? "total" : undefined)}
    />
  );
}
