import type { Order } from "./press.ts";

/**
 * A document that an answer carries. It is gathered in the answer's transaction and made after that has ended: a document
 * that waits for its turn holds no connection to the database. What is decided is made once and kept (decision 020).
 */
export class Document {
  /** Reads what the document is made of. */
  readonly gather: () => Order | Promise<Order>;
  /** What it is a document of is decided. */
  readonly decided: boolean;
  /** A name for what it is made of, where nothing of that will ever be another: then it is gathered once. */
  readonly of: string | undefined;

  constructor(
    gather: Document["gather"],
    { decided, of }: { readonly decided: boolean; readonly of?: string | undefined },
  ) {
    this.gather = gather;
    this.decided = decided;
    this.of = decided ? of : undefined;
  }
}
