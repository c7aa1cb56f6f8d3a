import { dayText, tkrText } from "../../../kernel/format.ts";
import { Dialog } from "../../../platform/ui/dialog.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { MayButton } from "../../../platform/ui/may-button.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { dataText, useLanguage, useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { placeOfThing } from "../../rules/carried-on.ts";
import { ThreadLink } from "../../thread/pages/thread-link.tsx";
import { type CourseView, getCourse } from "../contract.ts";
import type { CourseState } from "../rules/course.ts";
import { DateForm, EffectForm, NoteForm, StateForm } from "./course-forms.tsx";
import { CourseStateChip } from "./course-state.tsx";
import { HandOverForm } from "./hand-over-form.tsx";

/** One thing beside what was decided: who has it and had it, how far it has come, what has been written of it. */
export function ThingDrawer({ thing, onClose }: { readonly thing: string; readonly onClose: () => void }) {
  const t = useTexts("decisions");
  const course = useApi(getCourse, { query: { of: thing } });
  return (
    <Dialog open drawer onClose={onClose} title={t("course.title")}>
      <Loaded of={course} lines={6}>
        {(view) => <Thing view={view} />}
      </Loaded>
    </Dialog>
  );
}

/** What is held and hangs in the red thread (V-9); what is only asked of somebody does not. */
const IN_THE_THREAD: readonly string[] = [
  "goal",
  "indicator",
  "action",
  "risk",
  "control",
  "measure",
  "document",
];

function Thing({ view }: { readonly view: CourseView }) {
  const t = useTexts("decisions");
  const { owner, decided, sorts, may } = view;
  const can = may.allowed;
  return (
    <div className="stack">
      <p>
        <span className="quiet small">{dataText(t, "course.what", view.what)}</span>
        <br />
        <strong>{view.name}</strong>
        {IN_THE_THREAD.includes(view.what) ? (
          <>
            <br />
            <ThreadLink thing={view.thing} year={placeOfThing(view.thing)?.year ?? null} of={view.name} />
          </>
        ) : null}
      </p>
      <dl className="facts">
        <dt>{t("course.owner")}</dt>
        <dd>
          {owner.name}
          {decided.person === owner.person ? null : (
            <>
              <br />
              <span className="quiet small">{t("course.decided", { name: decided.name })}</span>
            </>
          )}
        </dd>
        {view.sorts.includes("state") ? (
          <>
            <dt>{t("course.sort.state")}</dt>
            <dd>
              <CourseStateChip state={view.state ?? "not-begun"} />
              {view.stateReason ? <span className="small"> {view.stateReason}</span> : null}
            </dd>
          </>
        ) : null}
        {view.due ? (
          <>
            <dt>{t("course.sort.date")}</dt>
            <dd>
              <When at={view.due} />
            </dd>
          </>
        ) : null}
      </dl>
      {owner.inOffice ? null : (
        <p role="note">
          {view.ask.length > 0
            ? t("course.left", { name: owner.name, ask: view.ask.join(", ") })
            : t("course.left-nobody", { name: owner.name })}
        </p>
      )}
      {can ? (
        <>
          {sorts.includes("state") ? <StateForm view={view} /> : null}
          {sorts.includes("effect") ? <EffectForm view={view} /> : null}
          {sorts.includes("date") ? <DateForm view={view} /> : null}
          {sorts.includes("note") ? <NoteForm view={view} /> : null}
          <HandOverForm view={view} />
        </>
      ) : (
        <MayButton may={may} variant="secondary" onPress={() => {}}>
          {t("course.hand-over")}
        </MayButton>
      )}
      <Owners view={view} />
      <Entries view={view} />
    </div>
  );
}

function Owners({ view }: { readonly view: CourseView }) {
  const t = useTexts("decisions");
  if (view.owners.length < 2) return null;
  return (
    <section>
      <h3 className="ds-heading" data-size="2xs">
        {t("course.owners")}
      </h3>
      <ul>
        {view.owners.map((one) => (
          <li key={`${one.person} ${one.from}`}>
            {one.name} {t("course.from")} <When at={one.from} />
            {one.to ? (
              <>
                {" "}
                {t("course.until")} <When at={one.to} />
              </>
            ) : null}
            {one.by ? (
              <span className="quiet small">
                {" "}
                ({t("course.by", { name: one.by })}
                {one.reason ? `: ${one.reason}` : ""})
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Entries({ view }: { readonly view: CourseView }) {
  const t = useTexts("decisions");
  const language = useLanguage();
  if (view.sorts.length === 0) return null;
  const said = ({ sort, value }: CourseView["entries"][number]) =>
    sort === "state"
      ? t(`course.state.${value as CourseState}`)
      : sort === "date"
        ? dayText(value, language)
        : sort === "effect"
          ? tkrText(Number(value), language)
          : value;
  return (
    <section>
      <h3 className="ds-heading" data-size="2xs">
        {t("course.history")}
      </h3>
      {view.entries.length === 0 ? (
        <p className="quiet">{t("course.no-history")}</p>
      ) : (
        <ul>
          {view.entries.map((one, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: entries are only added, and stand in the order they were written
            <li key={view.entries.length - i}>
              <When at={one.from} />, {one.by}
              <br />
              {t(`course.sort.${one.sort}`)}: {said(one)}
              {one.reason ? ` – ${one.reason}` : ""}
              {one.to ? <span className="quiet small"> ({t("course.replaced")})</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
