import { ownValue } from "../../../kernel/own-value.ts";
/** Every table whose changes are logged, as the log names it (T-7); a test holds that it is those that the migrations guard. */
export const LOGGED_TABLES = [
  "analysis.answer",
  "analysis.lesson",
  "budget.balance_left",
  "budget.internal_allocation",
  "budget.scenario",
  "budget.scenario_base",
  "control.carried_out",
  "control.coordinator",
  "control.evidence",
  "control.measure_check",
  "control.plan_request",
  "control.receipt",
  "control.risk_notice",
  "control.running_report",
  "control.sample",
  "decisions.assignment",
  "decisions.assignment_step",
  "decisions.carried_on",
  "decisions.chain_head",
  "decisions.co_writer",
  "decisions.counter_proposal",
  "decisions.course",
  "decisions.decision",
  "decisions.head_subscriber",
  "decisions.matter",
  "decisions.meeting_change",
  "decisions.proposal",
  "decisions.proposal_text",
  "decisions.question",
  "decisions.saved_revision",
  "decisions.search_row",
  "decisions.secrecy",
  "decisions.thread_thing",
  "decisions.tie",
  "decisions.version",
  "decisions.version_fact",
  "documents.external_law",
  "documents.governing_document",
  "followup.unit_forecast",
  "goals.indicator_part",
  "goals.indicator_value",
  "goals.judgement",
  "goals.signal",
  "goals.value_import",
  "ledger.body_dimension",
  "ledger.import",
  "organisation.body",
  "organisation.body_placing",
  "organisation.holding",
  "organisation.ledger_code",
  "organisation.ledger_code_claim",
  "organisation.mandate",
  "organisation.people_change",
  "organisation.person",
  "organisation.post",
  "organisation.provider_post",
  "organisation.provider_rules",
  "organisation.reorganisation",
  "organisation.request",
  "organisation.retention",
  "organisation.second_factor_role",
  "organisation.setup_step",
  "organisation.succession",
  "plans.report",
  "platform.account",
  "platform.account_link",
  "platform.belonging",
  "platform.handover",
  "platform.handover_key",
  "platform.host",
  "platform.identity_provider",
  "platform.municipality",
  "platform.one_time_address",
  "platform.passkey",
  "platform.personal",
  "platform.provider_identity",
  "platform.recovery_code",
  "platform.service_account",
  "platform.session",
  "platform.totp",
  "staff.import",
  "year.reminder_choice",
  "year.reminder_setting",
] as const;

/**
 * Tables of which the log tells that something was changed, by whom and when, but not what: sign-in, names and addresses, who gets letters, and scenarios that their makers
 * have not shared (E-9), and values that few may stand behind (P-6).
 */
const KEPT_BACK: readonly string[] = [
  "platform.account",
  "platform.account_link",
  "platform.belonging",
  "platform.passkey",
  "platform.recovery_code",
  "platform.session",
  "platform.totp",
  "platform.personal",
  "platform.provider_identity",
  "budget.scenario",
  "budget.scenario_base",
  "decisions.head_subscriber",
  "goals.indicator_part",
  "year.reminder_choice",
];
export const isKeptBack = (table: string): boolean => KEPT_BACK.includes(table);

/** Columns by which people know a thing, in the order in which they are said. */
const NAMES_IT = [
  "matter_id",
  "thing",
  "from_thing",
  "to_thing",
  "document_id",
  "law_id",
  "lesson_id",
  "assignment_id",
  "reorganisation_id",
  "body_id",
  "from_id",
  "to_id",
  "goal_id",
  "indicator_id",
  "control_id",
  "measured_on",
  "code",
  "mandate_id",
  "provider_id",
  "account_id",
  "post_id",
  "person_id",
  "year",
  "number",
  "entry",
];

export type Row = Readonly<Record<string, unknown>>;

/** What a changed row is of: "body-goals:socialnamnden:2027 · 1"; empty where it says nothing that a person knows it by. */
export const nameOfRow = (row: Row): string =>
  NAMES_IT.flatMap((column) => {
    const value = ownValue(row, column);
    return typeof value === "string" || typeof value === "number" ? [String(value)] : [];
  }).join(" · ");

export interface ChangedField {
  readonly column: string;
  /** As JSON says it; null where there was no such row. */
  readonly before: string | null;
  readonly after: string | null;
}

/** The columns that a change touched, with what stood there before and after. */
export function changedFields(before: Row | null, after: Row | null): ChangedField[] {
  const columns = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return columns.flatMap((column) => {
    const was = said(ownValue(before, column));
    const is = said(ownValue(after, column));
    return was === is || column === "municipality_id" ? [] : [{ column, before: was, after: is }];
  });
}

const said = (value: unknown): string | null => {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
};
