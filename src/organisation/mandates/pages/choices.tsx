import { useId } from "react";
import { faultAt, fieldId } from "../../../platform/ui/fields.tsx";

/** Some of a few, each with its own box. */
export function Choices<V extends string>({
  at,
  label,
  options,
  chosen,
  onChange,
  problem,
}: {
  readonly at: string;
  readonly label: string;
  readonly options: readonly { readonly value: V; readonly label: string }[];
  readonly chosen: readonly V[];
  readonly onChange: (chosen: V[]) => void;
  readonly problem: unknown;
}) {
  const id = useId();
  const fault = faultAt(problem, at);
  return (
    <fieldset className="choices" aria-describedby={fault ? id : undefined}>
      <legend>{label}</legend>
      <div className="choices-all" id={fieldId(at)} tabIndex={-1}>
        {options.map(({ value, label: name }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={(event) =>
                onChange(
                  options
                    .map((one) => one.value)
                    .filter((one) => (one === value ? event.target.checked : chosen.includes(one))),
                )
              }
            />
            {name}
          </label>
        ))}
      </div>
      {fault ? (
        <p className="ds-validation-message" id={id} data-color="danger">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
