import { useState } from "react";
import type { Day } from "../../kernel/day.ts";
import { FindField } from "../../platform/ui/find-field.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { useSettled } from "../../platform/ui/use-settled.ts";
import { findPeople } from "../people/contract.ts";
import { useNames } from "../people/pages/use-names.ts";
import { useSession } from "./use-bodies.ts";

/**
 * What people are called, by id; names are only for those who have signed in (`known`). An id is never shown: who has no post any more
 * is said to have none.
 */
export function usePeople(): {
  readonly known: boolean;
  readonly personName: (id: string) => string;
} {
  const session = useSession();
  const known = session !== undefined && session.person !== null;
  const named = useNames(known);
  const t = useTexts("organisation");
  return {
    known,
    personName: (id) => {
      const found = named(id);
      if (found === undefined) return "–";
      return found?.inOffice ? found.name : t("page.no-post");
    },
  };
}

const SETTLED_AFTER_MS = 150;

/**
 * Chooses a person who has a post on the day, by what is typed of name, title or body: the body's own people and those who work for it
 * come first.
 */
export function PersonField({
  body,
  on,
  value,
  onChange,
  ...field
}: {
  readonly body?: string | undefined;
  /** The day on which the person is to have a post; today where it is left out. */
  readonly on?: Day | undefined;
  readonly value: string;
  readonly onChange: (person: string) => void;
  readonly label: string;
  readonly at: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly problem?: unknown;
  readonly optional?: string | undefined;
  readonly placeholder?: string | undefined;
}) {
  const t = useTexts("organisation");
  const session = useSession();
  const named = useNames(session?.person != null);
  const [written, write] = useState<string>();
  const [chosen, setChosen] = useState<{ id: string; name: string }>();
  const stored = named(value)?.name;
  const name = value === "" ? "" : chosen?.id === value ? chosen.name : (stored ?? "");
  // The name of the one who is chosen is what stands there, and is not looked for
  const sought = written === undefined || written === name ? "" : written;
  const q = useSettled(sought, SETTLED_AFTER_MS);
  const asked = useApi(
    findPeople,
    {
      query: {
        ...(q === "" ? {} : { q: q.slice(0, 100) }),
        ...(body ? { body } : {}),
        ...(on ? { on } : {}),
      },
    },
    { when: written !== undefined },
  );
  const [before, keep] = useState<typeof asked.data>();
  if (asked.data !== undefined && asked.data !== before) keep(asked.data);
  const found = asked.data ?? before;
  return (
    <FindField
      placeholder={t("page.choose-person")}
      {...field}
      value={value}
      name={name}
      written={written}
      onWrite={write}
      asking={asked.data === undefined || q !== sought}
      options={(found?.people ?? []).map((person) => ({
        value: person.id,
        name: person.name,
        detail: [person.title, person.bodyName]
          .filter((part) => part !== "" && part !== person.name)
          .join(", "),
      }))}
      more={found?.more ?? false}
      onChange={(id, chosenName) => {
        setChosen({ id, name: chosenName });
        onChange(id);
      }}
    />
  );
}
