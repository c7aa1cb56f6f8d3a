import { useChoice } from "../../platform/ui/choice.tsx";
import { useBodies, useSession } from "./use-bodies.ts";

/** The names of the bodies that are the reader's: the one chosen in the bar, then those of the reader's posts. */
export function useOwnBodies(): readonly string[] {
  const { body } = useChoice();
  const { nameOf } = useBodies();
  const posts = useSession()?.person?.posts ?? [];
  const ids = [...(body ? [body] : []), ...posts.map((post) => post.body)];
  return [...new Set(ids)].map(nameOf);
}
