/** The bodies to which the council allocates (E-1): each but administrations, units and companies. */
export const ALLOCATED: readonly string[] = [
  "council",
  "audit",
  "electoral",
  "executive",
  "committee",
  "joint-committee",
];
