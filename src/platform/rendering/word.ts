import type { Paper } from "../../kernel/paper.ts";
import { print } from "./press.ts";

/** A paper as a Word file, in Swedish (see word-file.ts). Throws NotDone. */
export const renderWord = (paper: Paper): Promise<Uint8Array> => print({ form: "word", paper });
