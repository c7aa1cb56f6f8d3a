import type { Budget } from "../../../base/contract.ts";
import type { InputKind } from "./routes.ts";

/** A budget, or the planning conditions before it, whose inputs are being written. */
export interface InputsEditing {
  readonly budget: Budget;
  readonly change: (part: Partial<Budget>) => void;
  readonly changeInput: (part: Partial<Budget["input"]>) => void;
  /** The last refusal: each field shows what is said of it. */
  readonly problem: unknown;
  /** Whether it is only read: what is proposed or decided, or another's. */
  readonly readOnly: boolean;
}

/** What each part of the editor is given. */
export interface PartProps {
  readonly editing: InputsEditing;
  readonly kind: InputKind;
  readonly body: string;
  readonly year: number;
}
