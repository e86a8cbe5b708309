"use client";

import { Switch as Base } from "radix-ui";
import type { ComponentProps, ReactNode } from "react";

export type SwitchProps = ComponentProps<typeof Base.Root> & {
  readonly id: string;
  readonly label: ReactNode;
  readonly help?: ReactNode;
};

/** For a setting that takes effect at once; inside a form that is sent, use Checkbox. */
export function Switch({ id, label, help, ...rest }: SwitchProps) {
  return (
    <div className="flex min-h-9 items-start justify-between gap-4 py-1.5">
      <label htmlFor={id} className="cursor-pointer">
        {label}
        {help ? <span className="block text-sm text-muted">{help}</span> : null}
      </label>
      <Base.Root
        id={id}
        className="mt-0.5 inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-edge bg-sunken p-0.5 transition-colors duration-100 data-[state=checked]:border-transparent data-[state=checked]:bg-accent"
        {...rest}
      >
        <Base.Thumb className="block size-4.5 rounded-full bg-edge transition-transform duration-100 data-[state=checked]:translate-x-4 data-[state=checked]:bg-on-accent" />
      </Base.Root>
    </div>
  );
}
