import type { ComponentProps, ReactNode } from "react";
import { cn } from "../class-name.ts";

export type CheckboxProps = Omit<ComponentProps<"input">, "type"> & {
  readonly label: ReactNode;
  readonly help?: ReactNode;
};

/** A native box with its label in reach of a thumb. */
export function Checkbox({ label, help, className, id, ...rest }: CheckboxProps) {
  return (
    <label htmlFor={id} className={cn("flex min-h-9 cursor-pointer items-start gap-3 py-1.5", className)}>
      <input id={id} type="checkbox" className="choice-box" {...rest} />
      <span>
        {label}
        {help ? <span className="block text-sm text-muted">{help}</span> : null}
      </span>
    </label>
  );
}
