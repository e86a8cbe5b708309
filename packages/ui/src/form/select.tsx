import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { cn } from "../class-name.ts";
import { controlClass } from "./control-class.ts";

export type SelectOption = { readonly value: string; readonly label: string; readonly disabled?: boolean };
export type SelectProps = Omit<ComponentProps<"select">, "children"> & {
  readonly options: readonly SelectOption[];
  /** Shown for the empty value. */
  readonly placeholder?: string;
};

/** The browser's own list: it is what phones and screen readers know best. */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <div className={cn("relative", className)}>
      <select className={controlClass("h-9 appearance-none truncate pr-9")} {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-muted"
      />
    </div>
  );
}
