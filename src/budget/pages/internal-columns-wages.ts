import { monthText, numberText } from "../../platform/ui/format.ts";
import type { SheetColumn, SheetFault } from "../../platform/ui/sheet/sheet-types.ts";
import type { Text } from "../../platform/ui/texts.ts";
import { INTERNAL_LIMITS, type InternalBudget } from "../contract-internal.ts";
import { hasWeight } from "../rules/period-keys.ts";
import { NO_TERMS, positionCost, type WageTerms } from "../rules/wage-budget.ts";
import { cellMonth, cellNumber, cellText, PERCENT_UNIT } from "./cell-number.ts";
import { exactText } from "./exact-text.ts";
import {
  accountIn,
  type CellTools,
  MONTH_NUMBERS,
  type OwnKey,
  taken,
  unitIn,
  withField,
} from "./internal-columns.ts";

export type Position = NonNullable<InternalBudget["positions"]>[number];

const POSTS = { min: 0, max: INTERNAL_LIMITS.posts, decimals: 4 };
const WAGE = { min: 0, max: INTERNAL_LIMITS.wageKr };
const REVIEW = { min: -50, max: 50, decimals: 4 };
const WEIGHT = { min: 0, max: 1_000_000, decimals: 4 };
const KR = /kr$/i;

/** The positions with what each costs and how that comes. */
export function positionColumns(tools: CellTools, terms: WageTerms = NO_TERMS): SheetColumn<Position>[] {
  const { t, language, year, units } = tools;
  const unitName = new Map(units.map(({ id, name }) => [id, name]));
  const cost = (position: Position) => positionCost(position, terms, year).costKr;
  const month = (field: "from" | "to"): SheetColumn<Position> => ({
    id: field,
    title: t(`internal.position.${field}`),
    width: 80,
    text: (position) => position[field] ?? "",
    edit: {
      take: (position, text) =>
        taken(
          cellMonth(
            text,
            year,
            MONTH_NUMBERS.map((number) => monthText(number, language)),
          ),
          (said) => withField(position, field, said.month),
        ),
    },
  });
  return [
    {
      id: "title",
      title: t("internal.position.title"),
      width: 190,
      frozen: true,
      text: (position) => position.title,
      edit: {
        take: (position, text) =>
          taken(cellText(text, INTERNAL_LIMITS.name), (title) => ({ ...position, title })),
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
        take: (position, text) => taken(unitIn(text, units), ({ unit }) => ({ ...position, unit })),
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
      text: (position) => position.account ?? "",
      edit: {
        take: (position, text) =>
          taken(accountIn(text), ({ account }) => withField(position, "account", account)),
      },
    },
    {
      id: "posts",
      title: t("internal.position.posts"),
      width: 66,
      numeric: true,
      text: (position) => exactText(String(position.posts), language),
      edit: {
        take: (position, text) => taken(numberOr0(text, POSTS), (posts) => ({ ...position, posts })),
      },
      sum: (positions) =>
        exactText(String(Number(positions.reduce((sum, one) => sum + one.posts, 0).toFixed(4))), language),
    },
    {
      id: "wage",
      title: t("internal.position.wage"),
      width: 88,
      numeric: true,
      text: (position) => numberText(position.wageKr, language),
      edit: {
        take: (position, text) => taken(numberOr0(text, WAGE, KR), (wageKr) => ({ ...position, wageKr })),
      },
    },
    month("from"),
    month("to"),
    {
      id: "review",
      title: t("internal.position.review"),
      width: 84,
      numeric: true,
      text: ({ reviewPercent }) =>
        reviewPercent === undefined ? "" : exactText(String(reviewPercent), language),
      edit: {
        take: (position, text) =>
          text.trim() === ""
            ? withField(position, "reviewPercent", undefined)
            : taken(cellNumber(text, REVIEW, PERCENT_UNIT), (reviewPercent) => ({
                ...position,
                reviewPercent,
              })),
      },
    },
    {
      id: "cost",
      title: t("internal.position.cost"),
      width: 100,
      numeric: true,
      text: (position) => numberText(cost(position).toNumber(), language),
      sum: (positions) =>
        numberText(
          positions.reduce((sum, one) => sum + cost(one).toNumber(), 0),
          language,
        ),
    },
    {
      id: "how",
      title: t("internal.position.how"),
      width: 420,
      text: (position) => costText(position, terms, year, t, language),
    },
  ];
}

/** "2,5 tjänster × 38 500 kr × 12 mån × 1,4035": what the cost is made of, months in a row with the same wage together. */
export function costText(
  position: Position,
  terms: WageTerms,
  year: number,
  t: Text,
  language: CellTools["language"],
): string {
  const { periods, factor } = positionCost(position, terms, year);
  if (periods.length === 0) return t("internal.position.no-months", { year });
  const parts = periods.map(({ months, wageKr }) =>
    t("internal.position.period", { wage: exactText(wageKr.toFixed(), language), months }),
  );
  const wages = parts.length > 1 ? `(${parts.join(" + ")})` : parts[0];
  const posts = t("internal.position.post", {
    count: position.posts,
    posts: exactText(String(position.posts), language),
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
