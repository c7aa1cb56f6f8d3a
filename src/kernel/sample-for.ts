/**
 * Whom a sample municipality lets in as whoever they choose, on the day they choose. `this-machine`: those who reach a server
 * that listens to its own machine alone. `everyone`: all who reach it, since who runs it has said so. `nobody`: it is closed,
 * and one signs in to it with an account, on Sweden's day, as everywhere else.
 */
export const SAMPLE_FOR = ["this-machine", "everyone", "nobody"] as const;
export type SampleFor = (typeof SAMPLE_FOR)[number];
