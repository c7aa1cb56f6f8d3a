import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { StoryShape } from "./contract.ts";

const FILE = join(import.meta.dirname, "../../sample/stories.json");
const MAX_STORIES = 12;

/** The sample's stories, in the order that they are shown; data, not code. Throws when the file has another shape. */
export async function readStories(): Promise<z.output<typeof StoryShape>[]> {
  return z
    .array(StoryShape)
    .max(MAX_STORIES)
    .parse(JSON.parse(await readFile(FILE, "utf8")));
}
