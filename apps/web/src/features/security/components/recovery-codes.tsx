"use client";

import { NoticeBox } from "@lilink/ui";
import { useTranslations } from "next-intl";

// The button that made them may be far below.
function show(box: HTMLElement | null) {
  box?.focus();
}

/** Recovery codes, this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useTranslations("settings.factor");
  return (
    <div ref={show} tabIndex={-1} className="outline-none">
      <NoticeBox tone="warning" title={t("codesTitle")}>
        <p className="prose-measure">{t("codesOnce")}</p>
        <ul
          aria-label={t("codesTitle")}
          className="mt-3 grid grid-cols-1 gap-1 font-mono select-all sm:grid-cols-2"
        >
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
      </NoticeBox>
    </div>
  );
}
