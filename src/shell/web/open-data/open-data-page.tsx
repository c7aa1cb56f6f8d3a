import { Link } from "../../../platform/ui/link.tsx";
import { Loaded } from "../../../platform/ui/loading.tsx";
import { Page, Section } from "../../../platform/ui/page.tsx";
import { useTexts } from "../../../platform/ui/texts.ts";
import { useApi } from "../../../platform/ui/use-api.ts";
import { DatasetCard } from "./dataset-card.tsx";
import { datasetsIn } from "./datasets.ts";
import { type Description, getDescription, type Operation, operationsIn } from "./description.ts";
import { HowTo } from "./how-to.tsx";
import { Operations } from "./operations.tsx";
import "./open-data.css";

const ALL = "operationer";
const isOpenRead = ({ open, method, type }: Operation): boolean =>
  open && method === "GET" && type === "application/json";
const DESCRIPTION = "/api/openapi.json";

/** Öppna data och API: what a program, or a person with a spreadsheet, can fetch, and how. Read from the API's own description. */
export function OpenDataPage() {
  const t = useTexts("shell");
  const description = useApi(getDescription, {});
  return (
    <Page title={t("page.data.title")} lead={t("page.data.lead")}>
      <Loaded of={description} lines={10}>
        {(data) => <OpenData description={data} />}
      </Loaded>
    </Page>
  );
}

function OpenData({ description }: { readonly description: Description }) {
  const t = useTexts("shell");
  const operations = operationsIn(description);
  const licence = description["x-data-licence"];
  return (
    <>
      <Section
        title={t("page.data.sets")}
        lead={
          <>
            {t("page.data.sets-lead")} <Link href={licence.url}>{licence.name}</Link>.
          </>
        }
      >
        <div className="datasets">
          {datasetsIn(operations).map((dataset) => (
            <DatasetCard key={dataset.data.id} dataset={dataset} licence={licence} />
          ))}
        </div>
        <p>
          {t("page.data.reads", { count: operations.filter(isOpenRead).length })}{" "}
          <Link href={`/oppna-data?bara=oppet#${ALL}`}>{t("page.data.reads-show")}</Link>
        </p>
      </Section>
      <Section title={t("page.data.how")} lead={t("page.data.how-lead")}>
        <HowTo limits={description["x-limits"]} />
      </Section>
      <Section
        id={ALL}
        title={t("page.data.all", { count: operations.length })}
        lead={
          <>
            {t("page.data.all-lead")} <Link href={DESCRIPTION}>{t("page.data.document")}</Link>
          </>
        }
      >
        <Operations operations={operations} />
      </Section>
    </>
  );
}
