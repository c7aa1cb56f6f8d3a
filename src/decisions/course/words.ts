import { ownValue } from "../../kernel/own-value.ts";
import type { Context } from "../../platform/http/handle.ts";
import en from "./messages/en.json" with { type: "json" };
import sv from "./messages/sv.json" with { type: "json" };

const WORDS = { sv, en };

/** By what right somebody looks after a thing, in the reader's language. */
export const words = ({ language }: Pick<Context, "language">) => WORDS[language].course.right;

/** "3 saker efter Bildningschef, Bildningsförvaltningen (its holder)", in the reader's language. */
export const takenWords =
  ({ language }: Pick<Context, "language">) =>
  ({
    things,
    title,
    bodyName,
    name,
  }: {
    readonly things: readonly unknown[];
    readonly title: string;
    readonly bodyName: string;
    readonly name: string;
  }): string => {
    const words = WORDS[language].course["taken-over"];
    const count = things.length === 1 ? words.one : words.several.replace("{{count}}", String(things.length));
    if (title === "") return count;
    // Where a person is called what that person is, it is said once
    const who = [`${title}, ${bodyName}`, ...(name === title ? [] : [`(${name})`])].join(" ");
    return words.after.replace("{{things}}", count).replace("{{who}}", who);
  };

/** How far something has come, in what is kept in Swedish whoever reads it. */
export const stateInSwedish = (state: string): string => ownValue(WORDS.sv.course.state, state) ?? state;
