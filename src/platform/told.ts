/**
 * An error whose message tells the person at the keyboard all that is needed: what is wrong and what to do, in plain Swedish.
 * Commands print the message alone; a stack would only hide it.
 */
export class ToldError extends Error {}
