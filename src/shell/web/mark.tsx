/** The house's mark: the year's ring with its hand, in small. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="7" className="mark-ground" />
      <circle cx="16" cy="16" r="3.5" className="mark-core" />
      <circle cx="16" cy="16" r="9" className="mark-ring" strokeDasharray="40 17" />
      <path d="M16 16 22.4 9.6" className="mark-hand" />
    </svg>
  );
}
