import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

/** What a control spreads so that label, help and error belong to it. */
export type FieldAria = {
  readonly id: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: true;
  readonly "aria-required"?: true;
};

export type FieldProps = {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
  /** The same words as in the error summary. */
  readonly error?: string | undefined;
  /** The word shown after the label of a field that may stay empty. */
  readonly optional?: string | undefined;
  readonly required?: boolean;
  readonly className?: string | undefined;
  readonly children: (aria: FieldAria) => ReactNode;
};

/** Label above, help under it, error under that, then the control. */
export function Field({ id, label, help, error, optional, required, className, children }: FieldProps) {
  const describedBy = [help ? `${id}-help` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ");
  return (
    <div className={cn("flex flex-col gap-1", error && "border-l-2 border-danger pl-3", className)}>
      <span>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {/* Beside the label: the name of the control stays the name of the field. */}
        {optional ? <span className="ml-2 text-sm text-muted">{optional}</span> : null}
      </span>
      {help ? (
        <p id={`${id}-help`} className="text-sm text-muted">
          {help}
        </p>
      ) : null}
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
      {children({
        id,
        ...(describedBy ? { "aria-describedby": describedBy } : {}),
        ...(error ? { "aria-invalid": true as const } : {}),
        ...(required ? { "aria-required": true as const } : {}),
      })}
    </div>
  );
}

export function FieldError({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-danger">
      <CircleAlert aria-hidden className="mt-[0.3em] size-3.5 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
