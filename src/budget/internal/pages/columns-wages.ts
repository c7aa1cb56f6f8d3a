import { monthText, numberText } from "../../../kernel/format.ts";
import type { SheetColumn, SheetFault } from "../../../platform/ui/sheet/sheet-types.ts";
import type { Text } from "../../../platform/ui/texts.ts";
import { exactText } from "../../base/rules/exact-text.ts";
import { INTERNAL_LIMITS, type InternalBudget } from "../contract.ts";
import { hasWeight } from "../rules/period-keys.ts";
import { jobCost, NO_TERMS, type WageTerms } from "../rules/wage-budget.ts";
import { cellMonth, cellNumber, cellText, PERCENT_UNIT } from "./cell-number.ts";
import {
  accountIn,
  type CellTools,
  MONTH_NUMBERS,
  type OwnKey,
  taken,
  unitIn,
  withField,
} from "./columns.ts";

export type Job = NonNullable<InternalBudget["jobs"]>[number];

const POSTS = { min: 0, max: INTERNAL_LIMITS.posts, decimals: 4 };
const WAGE = { min: 0, max: INTERNAL_LIMITS.wageKr };
const REVIEW = { min: -50, max: 50, decimals: 4 };
const WEIGHT = { min: 0, max: 1_000_000, decimals: 4 };
const KR = /kr$/i;

/** The jobs with what each costs and how that comes. */
export function jobColumns(tools: CellTools, terms: WageTerms = NO_TERMS): SheetColumn<Job>[] {
  const { t, language, year, units } = tools;
  const unitName = new Map(units.map(({ id, name }) => [id, name]));
  const cost = (job: Job) => jobCost(job, terms, year).costKr;
  const month = (field: "from" | "to"): SheetColumn<Job> => ({
    id: field,
    title: t(`internal.job.${field}`),
    width: 80,
    text: (job) => job[field] ?? "",
    edit: {
      take: (job, text) =>
        taken(
          cellMonth(
            text,
            year,
            MONTH_NUMBERS.map((number) => monthText(number, language)),
          ),
          (said) => withField(job, field, said.month),
        ),
    },
  });
  return [
    {
      id: "title",
      title: t("internal.job.title"),
      width: 190,
      frozen: true,
      text: (job) => job.title,
      edit: {
        take: (job, text) => taken(cellText(text, INTERNAL_LIMITS.name), (title) => ({ ...job, title })),
      },
      sum: () => t("internal.sum"),
    },
    {
      id: "unit",
      title: t("internal.unit"),
      width: 140,
      text: ({ unit }) => (unit === null ? "" : (unitName.get(unit) ?? unit)),
      edit: {
        text: ({ unit }) => unit ?? "",
        take: (job, text) => taken(unitIn(text, units), ({ unit }) => ({ ...job, unit })),
        choices: () => [
          { value: "", label: t("internal.no-unit") },
          ...units.map(({ id, name }) => ({ value: id, label: name })),
        ],
      },
    },
    {
      id: "account",
      title: t("internal.account"),
      width: 64,
      text: (job) => job.account ?? "",
      edit: {
        take: (job, text) => taken(accountIn(text), ({ account }) => withField(job, "account", account)),
      },
    },
    {
      id: "posts",
      title: t("internal.job.posts"),
      width: 66,
      numeric: true,
      text: (job) => exactText(String(job.posts), language),
      edit: {
        take: (job, text) => taken(numberOr0(text, POSTS), (posts) => ({ ...job, posts })),
      },
      sum: (jobs) =>
        exactText(String(Number(jobs.reduce((sum, one) => sum + one.posts, 0).toFixed(4))), language),
    },
    {
      id: "wage",
      title: t("internal.job.wage"),
      width: 88,
      numeric: true,
      text: (job) => numberText(job.wageKr, language),
      edit: {
        take: (job, text) => taken(numberOr0(text, WAGE, KR), (wageKr) => ({ ...job, wageKr })),
      },
    },
    month("from"),
    month("to"),
    {
      id: "review",
      title: t("internal.job.review"),
      width: 84,
      numeric: true,
      text: ({ reviewPercent }) =>
        reviewPercent === undefined ? "" : exactText(String(reviewPercent), language),
      edit: {
        take: (job, text) =>
          text.trim() === ""
            ? withField(job, "reviewPercent", undefined)
            : taken(cellNumber(text, REVIEW, PERCENT_UNIT), (reviewPercent) => ({
                ...job,
                reviewPercent,
              })),
      },
    },
    {
      id: "cost",
      title: t("internal.job.cost"),
      width: 100,
      numeric: true,
      text: (job) => numberText(cost(job).toNumber(), language),
      sum: (jobs) =>
        numberText(
          jobs.reduce((sum, one) => sum + cost(one).toNumber(), 0),
          language,
        ),
    },
    {
      id: "how",
      title: t("internal.job.how"),
      width: 420,
      text: (job) => costText(job, terms, year, t, language),
    },
  ];
}

/** "2,5 tjänster × 38 500 kr × 12 mån × 1,4035": what the cost is made of, months in a row with the same wage together. */
export function costText(
  job: Job,
  terms: WageTerms,
  year: number,
  t: Text<"budget">,
  language: CellTools["language"],
): string {
  const { periods, factor } = jobCost(job, terms, year);
  if (periods.length === 0) return t("internal.job.no-months", { year });
  const parts = periods.map(({ months, wageKr }) =>
    t("internal.job.period", { wage: exactText(wageKr.toFixed(), language), months }),
  );
  const wages = parts.length > 1 ? `(${parts.join(" + ")})` : parts[0];
  const posts = t("internal.job.post", {
    count: job.posts,
    posts: exactText(String(job.posts), language),
  });
  return [posts, wages, ...(factor.equals(1) ? [] : [exactText(factor.toFixed(), language)])].join(" × ");
}

const numberOr0 = (
  text: string,
  limits: Parameters<typeof cellNumber>[1],
  unit?: RegExp,
): number | SheetFault => (text.trim() === "" ? 0 : cellNumber(text, limits, unit));

/** The municipality's own keys: a name and twelve weights. */
export const keyColumns = ({ t, language }: CellTools): SheetColumn<OwnKey>[] => [
  {
    id: "name",
    title: t("internal.key-name"),
    width: 220,
    frozen: true,
    text: (key) => key.name,
    edit: { take: (key, text) => taken(cellText(text, INTERNAL_LIMITS.name), (name) => ({ ...key, name })) },
  },
  ...MONTH_NUMBERS.map((month): SheetColumn<OwnKey> => {
    const at = month - 1;
    return {
      id: `month-${month}`,
      title: monthText(month, language, "short"),
      width: 76,
      numeric: true,
      text: (key) => exactText(String(key.weights[at] ?? 0), language),
      edit: {
        take: (key, text) =>
          taken(numberOr0(text, WEIGHT, PERCENT_UNIT), (weight) => ({
            ...key,
            weights: key.weights.map((before, i) => (i === at ? weight : before)),
          })),
      },
    };
  }),
  {
    id: "sum",
    title: t("internal.sum"),
    width: 90,
    numeric: true,
    text: ({ weights }) =>
      hasWeight(weights)
        ? exactText(String(Number(weights.reduce((sum, weight) => sum + weight, 0).toFixed(4))), language)
        : t("internal.no-weight"),
  },
];
