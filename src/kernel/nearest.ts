/** The nearest one who may do what somebody else may not, and what it was: whoever is refused can ask that person (model P-4). */
export interface Nearest {
  /** A person's id. */
  readonly person: string;
  readonly name: string;
  /** The post by which that person may: "Bildningschef". */
  readonly title: string;
  /** "decide:body-goals", and in which body. */
  readonly action: string;
  readonly body: string;
}

/** "Bildningschef (Anna Andersson)"; the name alone where it says as much. */
export function calledNearest({ name, title }: Pick<Nearest, "name" | "title">): string {
  const post = title.replace(/ \([^()]*\)$/, "");
  return name.toLocaleLowerCase("sv").includes(post.toLocaleLowerCase("sv")) ? name : `${post} (${name})`;
}
