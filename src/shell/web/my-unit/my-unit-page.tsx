import { listLessons } from "../../../lessons/contract.ts";
import { AddLesson } from "../../../lessons/pages/add-lesson.tsx";
import { LessonItem } from "../../../lessons/pages/lesson-item.tsx";
import { useBodies, useSession } from "../../../organisation/pages/use-bodies.ts";
import type { Body } from "../../../organisation/rules/organisation.ts";
import { getUnitThread, type UnitThread } from "../../../plans/contract.ts";
import { planPage } from "../../../plans/kind.ts";
import { useChoice } from "../../../platform/ui/choice.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { SelectField } from "../../../platform/ui/fields.tsx";
import { WRITTEN } from "../../../platform/ui/language.ts";
import { Link, useSearchParam } from "../../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { SharedActions, UnitThreads } from "./unit-threads.tsx";
import "./my-unit.css";

/** The bodies that have a plan, and so a thread to the vision. */
const WITH_PLAN = ["unit", "department", "administration", "company"];

/** What one's unit does and what it is for, up to the vision; and where one says what one has noticed (P-2). */
export function MyUnitPage() {
  const t = useTexts("plans");
  const session = useSession();
  const { bodies, nameOf } = useBodies();
  const [chosen, choose] = useSearchParam("enhet");
  const posts = session?.person?.posts ?? [];
  const mine = [...new Set(posts.map(({ body }) => body))].filter((id) =>
    WITH_PLAN.includes(bodies.find((body) => body.id === id)?.kind ?? ""),
  );
  const there = bodies.some(({ id, kind }) => id === chosen && WITH_PLAN.includes(kind));
  const unit = there ? chosen : mine[0];
  const known = session !== undefined && bodies.length > 0;
  return (
    <Page
      title={unit === undefined ? t("page.unit.title") : nameOf(unit)}
      written={unit !== undefined}
      lead={t("page.unit.lead")}
      cite="§1.1"
    >
      {!known ? (
        <Skeleton lines={8} />
      ) : session.person === null ? (
        <EmptyState title={t("page.unit.sign-in")} action={<SignInLink>{t("ui.sign-in")}</SignInLink>} />
      ) : unit === undefined ? (
        <EmptyState title={t("page.unit.no-unit")}>{t("page.unit.no-unit-detail")}</EmptyState>
      ) : (
        <>
          {mine.length > 1 ? (
            <div className="form">
              <SelectField
                at="enhet"
                label={t("page.unit.which")}
                value={unit}
                onChange={choose}
                options={mine.map((id) => ({ value: id, label: nameOf(id) }))}
              />
            </div>
          ) : null}
          <Unit key={unit} unit={unit} />
        </>
      )}
    </Page>
  );
}

function Unit({ unit }: { readonly unit: string }) {
  const { year } = useChoice();
  const { bodies } = useBodies();
  const thread = useApi(getUnitThread, { params: { body: unit, year } });
  return (
    <Loaded of={thread} lines={8}>
      {(view) => (
        <>
          <Thread view={view} />
          <Observations view={view} bodies={bodies.filter(({ id }) => id === unit) as unknown as Body[]} />
        </>
      )}
    </Loaded>
  );
}

function Thread({ view }: { readonly view: UnitThread }) {
  const t = useTexts("plans");
  return (
    <>
      <Section
        title={t("page.unit.threads")}
        lead={t("page.unit.threads-lead")}
        action={
          view.ownPlan || view.may.allowed ? (
            <Link href={planPage(view.body, view.year)}>
              {t(view.ownPlan ? "page.unit.plan" : "page.unit.begin")}
            </Link>
          ) : null
        }
      >
        {view.vision ? (
          <p className="unit-vision">
            <span className="quiet small">{t("page.unit.vision")}</span>
            <strong lang={WRITTEN}>{view.vision.name}</strong>
          </p>
        ) : null}
        {view.threads.length === 0 ? (
          <EmptyState title={t("page.unit.none", { year: view.year })}>
            {t("page.unit.none-detail")}
          </EmptyState>
        ) : (
          <UnitThreads threads={view.threads} />
        )}
      </Section>
      {view.shared.length > 0 ? (
        <Section title={t("page.unit.shared")} lead={t("page.unit.shared-lead")}>
          <SharedActions actions={view.shared} />
        </Section>
      ) : null}
    </>
  );
}

/** Where one leaves an observation, who gets it, and what became of those that were left (P-2, N-3). */
function Observations({ view, bodies }: { readonly view: UnitThread; readonly bodies: readonly Body[] }) {
  const t = useTexts("shell");
  const lessons = useApi(listLessons, { query: { body: view.body } });
  const [manager] = view.managers;
  return (
    <Section
      id="lardomar"
      title={t("page.my-unit.observations")}
      lead={manager ? t("page.my-unit.receiver", { who: view.managers.join(", ") }) : undefined}
    >
      <AddLesson bodies={bodies} year={view.year} />
      <Loaded of={lessons} lines={4}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t("page.my-unit.none")}>{t("page.my-unit.none-detail")}</EmptyState>
          ) : (
            <ul className="lessons">
              {all.map((lesson) => (
                <LessonItem key={lesson.id} lesson={lesson} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </Section>
  );
}
