import { useBodies, useSession } from "../../organisation/pages/use-bodies.ts";
import type { Body } from "../../organisation/rules/organisation.ts";
import { useChoice } from "../../platform/ui/choice.tsx";
import { EmptyState } from "../../platform/ui/empty-state.tsx";
import { SelectField } from "../../platform/ui/fields.tsx";
import { useSearchParam } from "../../platform/ui/link.tsx";
import { Loaded, Skeleton } from "../../platform/ui/loading.tsx";
import { Page, Section } from "../../platform/ui/page.tsx";
import { SignInLink } from "../../platform/ui/sign-in-link.tsx";
import { useTexts } from "../../platform/ui/texts.ts";
import { useApi } from "../../platform/ui/use-api.ts";
import { type LessonView, listLessons } from "../contract.ts";
import { FATES } from "../rules/lesson.ts";
import { AddLesson } from "./add-lesson.tsx";
import { LessonItem } from "./lesson-item.tsx";
import { bodiesForLesson, lessonsOf } from "./lesson-view.ts";
import "./lessons.css";

/** What is noticed becomes what is done (model §2.6): put in a lesson, answer it, and see what became of it. */
export function LessonsPage() {
  const t = useTexts("lessons");
  const session = useSession();
  return (
    <Page title={t("page.title")} lead={t("page.lead")} cite="§2.6">
      {session === undefined ? (
        <Skeleton lines={6} />
      ) : session.person ? (
        <Lessons posts={session.person.posts} />
      ) : (
        <EmptyState title={t("page.sign-in-title")} action={<SignInLink>{t("page.sign-in")}</SignInLink>}>
          {t("page.sign-in-detail")}
        </EmptyState>
      )}
    </Page>
  );
}

function Lessons({ posts }: { readonly posts: readonly { readonly body: string }[] }) {
  const t = useTexts("lessons");
  const { body, year } = useChoice();
  const { bodies, nameOf } = useBodies();
  const organisation = bodies as unknown as readonly Body[];
  const [allYears, setAllYears] = useSearchParam("alla");
  const [fate, setFate] = useSearchParam("lage");
  const lessons = useApi(listLessons, { query: allYears ? {} : { year } });
  const mine = bodiesForLesson(organisation, posts);
  return (
    <>
      {mine.length > 0 ? <AddLesson bodies={mine} year={year} /> : null}
      <Section
        title={t("page.became.title")}
        lead={body === undefined ? t("page.became.lead") : t("page.became.of", { body: nameOf(body) })}
      >
        <div className="lesson-filters">
          <SelectField
            at="fate"
            label={t("page.became.fate")}
            value={fate ?? ""}
            onChange={(value) => setFate(value || undefined)}
            options={[
              { value: "", label: t("page.became.all-fates") },
              ...FATES.map((value) => ({ value, label: t(`lesson.fate.${value}`) })),
            ]}
          />
          <SelectField
            at="years"
            label={t("page.became.years")}
            value={allYears ? "alla" : ""}
            onChange={(value) => setAllYears(value || undefined)}
            options={[
              { value: "", label: String(year) },
              { value: "alla", label: t("page.became.all-years") },
            ]}
          />
        </div>
        <Loaded of={lessons} lines={6}>
          {(all) => (
            <LessonList
              lessons={lessonsOf(all, organisation, body).filter((l) => !fate || l.fate === fate)}
            />
          )}
        </Loaded>
      </Section>
    </>
  );
}

function LessonList({ lessons }: { readonly lessons: readonly LessonView[] }) {
  const t = useTexts("lessons");
  if (lessons.length === 0)
    return <EmptyState title={t("page.became.none")}>{t("page.became.none-detail")}</EmptyState>;
  return (
    <ul className="lessons">
      {lessons.map((lesson) => (
        <LessonItem key={lesson.id} lesson={lesson} />
      ))}
    </ul>
  );
}
