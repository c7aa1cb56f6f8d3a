import type { Paper } from "../../kernel/paper.ts";
import type { Order } from "./press.ts";

/** A paper to make as a Word file, in Swedish (see word-file.ts). */
export const wordOrder = (paper: Paper): Order => ({ form: "word", paper });
