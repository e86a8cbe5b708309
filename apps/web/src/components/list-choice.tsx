"use client";

import { type Density, densities, densityCookie, writeChoice } from "@lilink/ui";
import { type MouseEvent, type ReactNode, useId, useState } from "react";
import { useRouter } from "#lib/i18n/navigation.ts";

export type ListChoiceProps = {
  readonly text: {
    readonly open: string;
    readonly columns: string;
    readonly density: string;
    readonly densities: Readonly<Record<Density, string>>;
  };
  readonly density: Density;
  /** The columns that may be shown, and the cookie that keeps which are; a list without them has a density alone. */
  readonly columns?: {
    readonly cookie: string;
    readonly all: readonly { readonly key: string; readonly label: string; readonly isShown: boolean }[];
  };
};

const box = "size-4 accent-(--color-accent)";
const line = "flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 hover:bg-raised";

/** How a reader wants lists: which columns, and how high the rows are. This browser keeps it. */
export function ListChoice({ text, density: initial, columns }: ListChoiceProps) {
  const router = useRouter();
  const [density, setDensity] = useState(initial);
  const [shown, setShown] = useState(
    () => new Set(columns?.all.flatMap(({ key, isShown }) => (isShown ? [key] : []))),
  );
  const chooseDensity = (value: Density) => {
    setDensity(value);
    writeChoice(densityCookie, value);
    if (value === "normal") delete document.documentElement.dataset.density;
    else document.documentElement.dataset.density = value;
  };
  const toggle = (key: string) => {
    if (columns === undefined) return;
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    setShown(next);
    const kept = columns.all.flatMap((one) => (next.has(one.key) ? [one.key] : []));
    writeChoice(columns.cookie, kept.join("."));
    router.refresh();
  };
  return (
    <Fold label={text.open}>
      {columns ? (
        <Group label={text.columns}>
          {columns.all.map(({ key, label }) => (
            <label key={key} className={line}>
              <input type="checkbox" className={box} checked={shown.has(key)} onChange={() => toggle(key)} />
              {label}
            </label>
          ))}
        </Group>
      ) : null}
      <Group label={text.density}>
        {densities.map((value) => (
          <label key={value} className={line}>
            <input
              type="radio"
              className={box}
              name="density"
              checked={density === value}
              onChange={() => chooseDensity(value)}
            />
            {text.densities[value]}
          </label>
        ))}
      </Group>
    </Fold>
  );
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <fieldset>
      <legend className="px-2 pb-1 text-muted">{label}</legend>
      {children}
    </fieldset>
  );
}

/** What is chosen stands above the page: beside its button, on a phone at the foot. The browser closes it. */
function Fold({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const id = useId();
  const place = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const { left, bottom } = currentTarget.getBoundingClientRect();
    const { style } = document.getElementById(id) ?? {};
    style?.setProperty("--left", `${left}px`);
    style?.setProperty("--top", `${bottom + 4}px`);
  };
  return (
    <span className="no-print">
      <button type="button" className="text-link" popoverTarget={id} onClick={place}>
        {label}
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto top-(--top) left-(--left) m-0 max-h-[calc(100dvh-var(--top)-0.5rem)] w-max min-w-48 overflow-y-auto rounded-md border border-line bg-ground p-2 text-sm text-ink shadow-overlay max-sm:inset-x-3 max-sm:top-auto max-sm:bottom-16 max-sm:max-h-[75dvh] max-sm:w-auto sm:open:flex sm:gap-6 max-sm:[&>*+*]:mt-3"
      >
        {children}
      </div>
    </span>
  );
}
