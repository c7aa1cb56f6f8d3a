import { Input, Label, ValidationMessage } from "@digdir/designsystemet-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { faultAt, fieldId } from "./fields.tsx";
import { stepTo } from "./pick-steps.ts";
import { useTexts } from "./texts.ts";
import "./pick-list.css";
import "./find-field.css";

export interface FoundOption {
  readonly value: string;
  readonly name: string;
  /** What tells it from others of the same name. */
  readonly detail?: string | undefined;
}

/**
 * One of very many: what is typed is looked for, and one of what is found is chosen by the arrow keys and Enter, or by a press. What is
 * chosen stands in the field; who empties it has chosen nothing, and who leaves it half written has what was chosen before. Who writes and
 * presses Enter at once gets the first of what is found for that, not of what stood there before.
 */
export function FindField({
  label,
  at,
  value,
  name,
  written,
  onWrite,
  options,
  more,
  asking,
  onChange,
  help,
  problem,
  fault,
  optional,
  placeholder,
}: {
  readonly label: string;
  /** The place of the value in what is sent. */
  readonly at: string;
  readonly value: string;
  /** What the chosen one is called. */
  readonly name: string;
  /** What is being written; undefined while nobody writes. */
  readonly written: string | undefined;
  readonly onWrite: (written: string | undefined) => void;
  readonly options: readonly FoundOption[];
  /** There are others than those shown. */
  readonly more: boolean;
  /** What is shown is not yet what was found for what is written. */
  readonly asking: boolean;
  readonly onChange: (value: string, name: string) => void;
  readonly help?: string | undefined;
  readonly problem?: unknown;
  readonly fault?: string | undefined;
  readonly optional?: string | undefined;
  readonly placeholder?: string | undefined;
}) {
  const t = useTexts("platform");
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const [atOption, setAt] = useState(0);
  /** Enter was pressed before what was found had come. */
  const [pressed, press] = useState(false);
  const open = written !== undefined;
  const said = fault ?? faultAt(problem, at);
  const described = [help ? `${id}-help` : "", said ? `${id}-fault` : ""].filter(Boolean).join(" ");
  const show = Math.min(atOption, Math.max(options.length - 1, 0));

  const choose = (option: FoundOption | undefined) => {
    press(false);
    onWrite(undefined);
    if (option) onChange(option.value, option.name);
  };
  const found = pressed && !asking;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when what was found has come
  useEffect(() => {
    if (!found) return;
    press(false);
    if (options[0]) choose(options[0]);
    else if (document.activeElement?.id !== fieldId(at)) onWrite(undefined);
  }, [found]);
  const leave = () => {
    // What was asked for by Enter is on its way
    if (pressed) return;
    if (written === "" && value !== "") onChange("", "");
    onWrite(undefined);
  };
  const onKey = (event: KeyboardEvent) => {
    const moved =
      event.key === "Home" || event.key === "End" ? undefined : stepTo(event.key, show, options.length);
    if (moved !== undefined) {
      if (open) setAt(moved);
      else onWrite("");
      list.current?.querySelectorAll('[role="option"]')[moved]?.scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter" && open && asking && show === 0) press(true);
    else if (event.key === "Enter" && open) choose(options[show]);
    else if (event.key === "Escape" && open) {
      press(false);
      onWrite(undefined);
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="ds-field field find-field">
      <Label htmlFor={fieldId(at)}>
        {label}
        {optional ? <span className="field-optional"> {optional}</span> : null}
      </Label>
      {help ? (
        <div data-field="description" id={`${id}-help`}>
          {help}
        </div>
      ) : null}
      <div className="pick">
        <Input
          id={fieldId(at)}
          role="combobox"
          autoComplete="off"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={open}
          {...(open ? { "aria-controls": `${id}-list` } : {})}
          {...(open && options.length > 0 ? { "aria-activedescendant": `${id}-${show}` } : {})}
          {...(described ? { "aria-describedby": described } : {})}
          {...(said ? { "aria-invalid": true } : {})}
          value={written ?? name}
          placeholder={placeholder}
          onChange={(event) => {
            setAt(0);
            press(false);
            onWrite(event.target.value);
          }}
          onClick={() => open || onWrite(name)}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKey}
          onBlur={leave}
        />
        {open ? (
          <div
            className="pick-list find-list"
            role="listbox"
            id={`${id}-list`}
            aria-label={t("ui.find.found")}
            aria-busy={asking}
            ref={list}
          >
            {options.map((option, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the field, which keeps the focus
              <div
                key={option.value}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={option.value === value}
                data-at={index === show}
                // The field keeps the focus
                onPointerDown={(event) => event.preventDefault()}
                onClick={() => choose(option)}
              >
                {option.name}
                {option.detail ? <span className="find-detail">{option.detail}</span> : null}
              </div>
            ))}
            {options.length === 0 || more ? (
              // biome-ignore lint/a11y/useFocusableInteractive: it is told, and can't be chosen
              <div className="find-more" role="option" aria-disabled="true" aria-selected={false}>
                {options.length > 0 ? t("ui.find.more") : asking ? t("ui.find.asking") : t("ui.find.none")}
              </div>
            ) : null}
          </div>
        ) : null}
      </div>
      {said ? <ValidationMessage id={`${id}-fault`}>{said}</ValidationMessage> : null}
    </div>
  );
}
