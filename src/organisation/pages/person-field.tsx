import { useMemo } from "react";
import type { z } from "zod";
import { SelectField } from "../../platform/ui/fields.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { listPeople, type PersonShape } from "../contract.ts";
import { upFrom } from "../rules/organisation.ts";
import { useBodies, useSession } from "./use-bodies.ts";

type PersonView = z.output<typeof PersonShape>;
const NOBODY: readonly PersonView[] = [];

/**
 * The people who hold posts today, and the name of one by id; names are only for those who have signed in. An id is never shown: who
 * has no post any more is said to have none.
 */
export function usePeople(): {
  readonly people: readonly PersonView[];
  readonly known: boolean;
  readonly personName: (id: string) => string;
} {
  const session = useSession();
  const { data } = useApi(listPeople, {}, { when: session !== undefined && session.person !== null });
  const t = useTexts("organisation");
  const names = useMemo(() => new Map((data ?? NOBODY).map((person) => [person.id, person.name])), [data]);
  return {
    people: data ?? NOBODY,
    known: data !== undefined,
    personName: (id) => names.get(id) ?? (data ? t("page.no-post") : "–"),
  };
}

/** Chooses who is responsible: the body's own people and those who work for it first, then all others. */
export function PersonField({
  body,
  value,
  onChange,
  ...field
}: {
  readonly body: string;
  readonly value: string;
  readonly onChange: (person: string) => void;
  readonly label: string;
  readonly at: string;
  readonly fault?: string | undefined;
  readonly problem?: unknown;
}) {
  const t = useTexts("organisation");
  const { people } = usePeople();
  const { bodies } = useBodies();
  const organisation = bodies as Parameters<typeof upFrom>[0];
  const near = (person: PersonView) =>
    person.posts.some((post) => upFrom(organisation, post.body).some((above) => above.id === body));
  const ordered = [...people.filter(near), ...people.filter((person) => !near(person))];
  const unknown = value !== "" && !people.some((person) => person.id === value);
  return (
    <SelectField
      {...field}
      value={value}
      onChange={onChange}
      options={[
        { value: "", label: t("page.choose-person") },
        ...(unknown ? [{ value, label: value }] : []),
        ...ordered.map((person) => ({ value: person.id, label: person.name })),
      ]}
    />
  );
}
