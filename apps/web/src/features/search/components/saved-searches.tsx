"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import type { FirstPress, SavedSearchWorkProps } from "./saved-search-work.tsx";

const load = () => import("./saved-search-work.tsx");
const Work = lazy(load);

/** The viewer's kept searches. What its buttons open, with the schemas of its forms, comes at the first press. */
export function SavedSearches(props: Omit<SavedSearchWorkProps, "first">) {
  const t = useTranslations("search.saved");
  const [first, setFirst] = useState<FirstPress | null>(null);
  const count = props.searches.length;
  const button = (press: FirstPress, label: string) => (
    <button
      type="button"
      className="text-link"
      aria-haspopup={press === "open" ? "menu" : "dialog"}
      onPointerEnter={() => void load()}
      onClick={() => setFirst(press)}
    >
      {label}
    </button>
  );
  const buttons = (
    <span className="no-print flex flex-wrap items-center gap-x-4 gap-y-1">
      {count > 0 ? button("open", `${t("title")} ${count}`) : null}
      {props.canSave ? button("save", t("save")) : null}
      {count > 0 ? button("manage", t("manage")) : null}
    </span>
  );
  if (first === null) return buttons;
  return (
    <Suspense fallback={buttons}>
      <Work {...props} first={first} />
    </Suspense>
  );
}
