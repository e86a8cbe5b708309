"use client";

import { type DisclosureLevel, isWalled, type LevelledField, levelsAllowed } from "@lilink/model/posting";
import { cn } from "@lilink/ui";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFieldText } from "./field-text.ts";
import { useFormTools } from "./form-tools.tsx";
import { Reach } from "./reach.tsx";
import { useControl } from "./use-control.ts";

export type LevelPickProps = ComponentProps<"select"> & {
  /** What is shown as four steps: the level that holds. */
  readonly reach: DisclosureLevel;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly boxed?: boolean;
};

/** A level as a native choice, small enough to stand beside what it is of. */
export function LevelPick({ reach, options, boxed, className, ...rest }: LevelPickProps) {
  return (
    <span className={cn("relative inline-flex min-w-0 items-center text-sm", className)}>
      <Reach level={reach} className="pointer-events-none absolute left-2" />
      <select
        className={cn(
          "h-8 max-w-full min-w-0 appearance-none truncate rounded-md border bg-ground pr-7 pl-7 text-ink",
          boxed
            ? "w-full border-edge"
            : "field-sizing-content border-transparent text-muted hover:border-line",
        )}
        {...rest}
      >
        {options.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <ChevronDown aria-hidden className="pointer-events-none absolute right-2 size-3.5 text-muted" />
    </span>
  );
}

/** Who sees a field, in plain words; what stands behind the competitor wall says so and never opens to everyone. */
export function LevelSelect({ field, boxed }: { readonly field: LevelledField; readonly boxed?: boolean }) {
  const t = useTranslations("posting");
  const { kind } = useFormTools();
  const { label } = useFieldText(kind);
  const control = useControl();
  const { control: watched } = useFormContext<DraftValues>();
  const level = useWatch({ control: watched, name: `levels.${field}` });
  const words = isWalled(field) ? "levelWalled" : "level";
  return (
    <LevelPick
      id={controlId(`levels.${field}`)}
      aria-label={t("edit.levelOf", { field: label(field) })}
      reach={level}
      boxed={boxed ?? false}
      className="max-w-72"
      options={levelsAllowed(field).map((one) => ({ value: one, label: t(`${words}.${one}`) }))}
      {...control.text(`levels.${field}`)}
    />
  );
}
