"use client";

import { Button, NoticeBox, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";

// The button that made them may be far below.
function show(box: HTMLElement | null) {
  box?.focus();
}

/** Recovery codes, this once. */
export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const t = useTranslations("settings.factor");
  const common = useTranslations("common.action");
  const text = codes.join("\n");
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    toast({ title: common("copied"), tone: "success" });
  };
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
        <p className="mt-3 flex flex-wrap items-center gap-3">
          <Button size="sm" onClick={() => void copy()}>
            {common("copy")}
          </Button>
          <a
            className="text-link"
            href={`data:text/plain;charset=utf-8,${encodeURIComponent(text)}`}
            download="lilink-recovery-codes.txt"
          >
            {t("codesDownload")}
          </a>
        </p>
      </NoticeBox>
    </div>
  );
}
