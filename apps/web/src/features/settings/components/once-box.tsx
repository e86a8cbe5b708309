"use client";

import { Button, NoticeBox, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";

// The button that made it may be far below.
function showBox(box: HTMLElement | null) {
  box?.focus();
}

export type OnceBoxProps = { readonly title: string; readonly lead: string; readonly secret: string };

/** What is seen this once, with a button that copies it. */
export function OnceBox({ title, lead, secret }: OnceBoxProps) {
  const common = useTranslations("common");
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    toast({ title: common("action.copied"), tone: "success" });
  };
  return (
    <div ref={showBox} tabIndex={-1} className="outline-none">
      <NoticeBox tone="warning" title={title}>
        <p>{lead}</p>
        <p className="mt-2 flex flex-wrap items-center gap-3">
          <code className="rounded-sm bg-ground px-2 py-1 font-mono break-all select-all">{secret}</code>
          <Button size="sm" onClick={() => void copy()}>
            {common("action.copy")}
          </Button>
        </p>
      </NoticeBox>
    </div>
  );
}
