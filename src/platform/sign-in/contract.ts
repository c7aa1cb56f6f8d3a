import { problemKind } from "../../kernel/problem.ts";

/** It can't be reached, or answers with what is no answer: signing in may go in a while, or by other ways. */
export const ProviderAway = problemKind("provider-away", 503);
/** Whoever signs in, or the provider, said no. */
export const ProviderDenied = problemKind("provider-denied", 401);
/** What it answered can't be trusted: not signed by it, not for us, not for this sign-in. */
export const ProviderAnswer = problemKind("provider-answer", 401);
/** What it answered is of another time. */
export const ProviderClock = problemKind("provider-clock", 401);
