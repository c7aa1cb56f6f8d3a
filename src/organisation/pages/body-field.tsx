import { useState } from "react";
import type { Day } from "../../kernel/day.ts";
import { within } from "../../kernel/day.ts";
import { FindField } from "../../platform/ui/find-field.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useBodies, useSession } from "./use-session.ts";

const SHOWN = 20;

/** Chooses a body by what is typed of its name: those that there are on the day. */
export function BodyField({
  value,
  onChange,
  on,
  ...field
}: {
  readonly value: string;
  readonly onChange: (body: string) => void;
  /** The day on which it is to be there; today where it is left out. */
  readonly on?: Day | undefined;
  readonly label: string;
  readonly at: string;
  readonly fault?: string | undefined;
  readonly problem?: unknown;
  readonly optional?: string | undefined;
}) {
  const t = useTexts("organisation");
  const today = useSession()?.today as Day | undefined;
  const bodies = useBodies();
  const [written, write] = useState<string>();
  const day = on ?? today;
  const name = bodies.find(({ id }) => id === value)?.name ?? "";
  const words = (written === undefined || written === name ? "" : written)
    .toLocaleLowerCase("sv")
    .split(/\s+/)
    .filter(Boolean);
  const found = bodies.filter(
    (body) =>
      (day === undefined || within(day, body.validFrom as Day, body.validTo as Day | null)) &&
      words.every((word) => body.name.toLocaleLowerCase("sv").includes(word)),
  );
  return (
    <FindField
      placeholder={t("page.choose-body")}
      {...field}
      value={value}
      name={name}
      written={written}
      onWrite={write}
      asking={false}
      options={found.slice(0, SHOWN).map((body) => ({
        value: body.id,
        name: body.name,
        detail: bodies.find(({ id }) => id === body.parent)?.name,
      }))}
      more={found.length > SHOWN}
      onChange={onChange}
    />
  );
}
