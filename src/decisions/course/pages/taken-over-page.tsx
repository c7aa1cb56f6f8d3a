import { Button } from "@digdir/designsystemet-react";
import type { z } from "zod";
import { useSession } from "../../../organisation/pages/use-bodies.ts";
import { DataTable } from "../../../platform/ui/data-table.tsx";
import { EmptyState } from "../../../platform/ui/empty-state.tsx";
import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { When } from "../../../platform/ui/number.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { ProblemPanel } from "../../../platform/ui/problem-panel.tsx";
import { SignInLink } from "../../../platform/ui/sign-in-link.tsx";
import { dataText, useTexts } from "../../../platform/ui/texts.ts";
import { useToast } from "../../../platform/ui/toast.tsx";
import { useApi, useSave } from "../../../platform/ui/use-api.ts";
import { listTakenOver, tickOff } from "../contract.ts";
import { ThingButton } from "./thing-button.tsx";

type Ended = z.output<typeof listTakenOver.returns>[number];

/** What has come to one when somebody's post ended: to look through, hand on, and tick off. */
export function TakenOverPage() {
  const t = useTexts("decisions");
  const signedIn = useSession()?.person != null;
  const taken = useApi(listTakenOver, {}, { when: signedIn });
  const { save, saving, problem } = useSave(tickOff);
  const toast = useToast();
  return (
    <Page
      title={t("course.taken-over.title")}
      lead={t("course.taken-over.lead")}
      cite="§3.2"
      above={<Link href="/">{t("course.taken-over.above")}</Link>}
    >
      <ProblemPanel problem={problem} focus />
      {signedIn ? (
        <Loaded of={taken} lines={6}>
          {(all) =>
            all.length === 0 ? (
              <EmptyState title={t("course.taken-over.none")}>
                {t("course.taken-over.none-detail")}
              </EmptyState>
            ) : (
              all.map((ended) => (
                <AfterPost
                  key={ended.post}
                  ended={ended}
                  saving={saving}
                  onSeen={async () => {
                    if (await save({ body: { post: ended.post } })) toast(t("course.taken-over.seen-said"));
                  }}
                />
              ))
            )
          }
        </Loaded>
      ) : (
        <EmptyState
          title={t("course.taken-over.sign-in")}
          action={<SignInLink>{t("ui.sign-in")}</SignInLink>}
        />
      )}
    </Page>
  );
}

function AfterPost({
  ended,
  saving,
  onSeen,
}: {
  readonly ended: Ended;
  readonly saving: boolean;
  readonly onSeen: () => unknown;
}) {
  const t = useTexts("decisions");
  const what = { name: ended.name, title: ended.title, body: ended.bodyName };
  const title = ended.title === "" ? "nobody" : ended.name === ended.title ? "what" : "who";
  return (
    <Section
      title={t(`course.taken-over.after-${title}`, what)}
      lead={
        ended.until ? (
          <>
            {t("course.taken-over.until")} <When at={ended.until} />.
          </>
        ) : undefined
      }
      action={
        <Button variant="secondary" loading={saving} onClick={onSeen}>
          {t("course.taken-over.seen")}
        </Button>
      }
    >
      <DataTable
        caption={t("course.taken-over.caption")}
        copy={false}
        rows={ended.things}
        rowKey={(one) => one.thing}
        columns={[
          {
            id: "name",
            header: t("course.taken-over.name"),
            value: (one) => one.name,
            cell: (one) => (one.href ? <Link href={one.href}>{one.name}</Link> : one.name),
            names: true,
            written: true,
          },
          {
            id: "what",
            header: t("course.taken-over.sort"),
            value: (one) => dataText(t, "course.what", one.what),
          },
          { id: "body", header: t("course.taken-over.body"), value: (one) => one.bodyName, written: true },
          {
            id: "follow",
            stays: true,
            header: t("course.hand-over"),
            value: () => null,
            unsortable: true,
            cell: (one) => (
              <ThingButton thing={one.thing} name={one.name}>
                {t("course.hand-over")}
              </ThingButton>
            ),
          },
        ]}
      />
    </Section>
  );
}
