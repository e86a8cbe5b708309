import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-name.ts";
import { FieldError } from "./field.tsx";

export type RadioOption = { readonly value: string; readonly label: ReactNode; readonly help?: ReactNode };
export type RadioGroupProps = Omit<ComponentProps<"input">, "type" | "value" | "defaultValue" | "id"> & {
  /** The first choice gets this id, so that the error summary can focus it. */
  readonly id: string;
  readonly legend: ReactNode;
  readonly help?: ReactNode;
  readonly error?: string | undefined;
  readonly options: readonly RadioOption[];
  readonly value?: string | undefined;
  readonly defaultValue?: string | undefined;
  readonly inline?: boolean;
};

/** Native radios in a fieldset; spread react-hook-form's `register(name)` into it. */
export function RadioGroup(props: RadioGroupProps) {
  const { id, legend, help, error, options, value, defaultValue, inline, className, ...rest } = props;
  const describedBy = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <fieldset
      aria-describedby={describedBy || undefined}
      className={cn("flex flex-col gap-1", error && "border-l-2 border-danger pl-3", className)}
    >
      <legend className="mb-1 font-medium">{legend}</legend>
      {help ? (
        <p id={`${id}-help`} className="text-sm text-muted">
          {help}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      <div className={cn("flex flex-col", inline && "flex-row flex-wrap gap-x-6")}>
        {options.map((option, index) => (
          <label key={option.value} className="flex min-h-9 cursor-pointer items-start gap-3 py-1.5">
            <input
              {...rest}
              id={index === 0 ? id : `${id}-${option.value}`}
              type="radio"
              value={option.value}
              {...(value === undefined ? {} : { checked: value === option.value })}
              {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === option.value })}
              className="choice-box"
            />
            <span>
              {option.label}
              {option.help ? <span className="block text-sm text-muted">{option.help}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
