import { Input, Label, Select, Textarea, ValidationMessage } from "@digdir/designsystemet-react";
import { type ReactNode, useEffect, useId } from "react";
import { ApiProblem } from "./api.ts";

/** The id of the field for a place in the input ("goals.2.wording"), so that a fault's link finds it. */
export const fieldId = (at: string): string => `f-${at.replaceAll(/[^A-Za-z0-9]+/g, "-")}`;

/** What a problem says of a place; undefined when it says nothing of it. */
export const faultAt = (problem: unknown, at: string): string | undefined =>
  problem instanceof ApiProblem
    ? problem.facts.errors?.find((fault) => fault.at === at || fault.at === `body.${at}`)?.detail
    : undefined;

interface Common {
  readonly label: string;
  /** The place of the value in what is sent. */
  readonly at: string;
  readonly help?: ReactNode;
  /** The last refusal: the fault of this field is shown at it. */
  readonly problem?: unknown;
  /** A fault that the page found by itself. */
  readonly fault?: string | undefined;
  readonly optional?: string | undefined;
  readonly readOnly?: boolean;
}

function Framed({
  label,
  at,
  help,
  problem,
  fault,
  optional,
  children,
}: Common & { readonly children: (ids: FieldIds) => ReactNode }) {
  const said = fault ?? faultAt(problem, at);
  const helpId = useId();
  const faultId = useId();
  useFault(fieldId(at), fault);
  const described = [help ? helpId : "", said ? faultId : ""].filter(Boolean).join(" ");
  return (
    <div className="ds-field field">
      <Label htmlFor={fieldId(at)}>
        {label}
        {optional ? <span className="field-optional"> {optional}</span> : null}
      </Label>
      {help ? (
        <div data-field="description" id={helpId}>
          {help}
        </div>
      ) : null}
      {children({
        id: fieldId(at),
        ...(described ? { "aria-describedby": described } : {}),
        ...(said ? { "aria-invalid": true } : {}),
      })}
      {said ? <ValidationMessage id={faultId}>{said}</ValidationMessage> : null}
    </div>
  );
}

/** A fault that the page finds when a button is pressed is gone to: the first of them in the form takes focus. */
function useFault(id: string, fault: string | undefined): void {
  useEffect(() => {
    const field = fault ? document.getElementById(id) : null;
    const form = field?.closest("dialog") ?? field?.closest("form");
    const pressed = document.activeElement;
    if (!form || !(pressed instanceof HTMLButtonElement) || !form.contains(pressed)) return;
    if (form.querySelector("[aria-invalid=true]") === field) field?.focus();
  }, [id, fault]);
}

interface FieldIds {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
}

export function TextField({
  value,
  onChange,
  type = "text",
  autoComplete,
  maxLength,
  inputMode,
  list,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: "text" | "email" | "password" | "date" | "search";
  readonly autoComplete?: string;
  readonly maxLength?: number;
  readonly inputMode?: "decimal" | "numeric" | "text";
  /** The id of a list of what it may be (`datalist`): typed and found. */
  readonly list?: string;
}) {
  return (
    <Framed {...common}>
      {(ids) => (
        <Input
          {...ids}
          type={type}
          value={value}
          readOnly={common.readOnly ?? false}
          onChange={(event) => onChange(event.target.value)}
          {...(autoComplete ? { autoComplete } : {})}
          {...(maxLength ? { maxLength } : {})}
          {...(inputMode ? { inputMode } : {})}
          {...(list ? { list } : {})}
        />
      )}
    </Framed>
  );
}

export function TextArea({
  value,
  onChange,
  rows = 4,
  maxLength,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}) {
  return (
    <Framed {...common}>
      {(ids) => (
        <Textarea
          {...ids}
          rows={rows}
          value={value}
          readOnly={common.readOnly ?? false}
          onChange={(event) => onChange(event.target.value)}
          {...(maxLength ? { maxLength } : {})}
        />
      )}
    </Framed>
  );
}

export function SelectField({
  value,
  onChange,
  options,
  ...common
}: Common & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}) {
  return (
    <Framed {...common}>
      {(ids) => (
        <Select
          {...ids}
          value={value}
          disabled={common.readOnly ?? false}
          onChange={(event) => onChange(event.target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </Select>
      )}
    </Framed>
  );
}
