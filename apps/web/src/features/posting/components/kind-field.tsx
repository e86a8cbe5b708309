"use client";

import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { Select, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useRouter } from "#lib/i18n/navigation.ts";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { useFormTools } from "./form-tools.tsx";

export type KindFieldProps = {
  readonly saveAs: (kind: PostingKind) => Promise<boolean>;
  /** Whether title and summary are the platform's own: then they follow the kind. */
  readonly isMade: boolean;
};

/** The kind of a draft that was never handed in: another one keeps all that is filled in. [PO32] */
export function KindField({ saveAs, isMade }: KindFieldProps) {
  const t = useTranslations("posting");
  const router = useRouter();
  const { kind, say } = useFormTools();
  const { setValue, getValues } = useFormContext<DraftValues>();
  const [pending, setPending] = useState(false);
  const choose = async (next: PostingKind) => {
    setPending(true);
    const { title, summary } = getValues();
    if (isMade) for (const field of ["title", "summary"] as const) setValue(field, "");
    const isDone = await saveAs(next);
    setPending(false);
    if (!isDone) {
      setValue("title", title);
      setValue("summary", summary);
      return;
    }
    const told = t(`form.kindNow.${next}`);
    say(told);
    toast({ title: told, tone: "success" });
    router.refresh();
  };
  return (
    <span className="mr-auto inline-flex flex-wrap items-center gap-x-2 text-sm">
      <label htmlFor={controlId("kind")} className="text-muted">
        {t("field.kind")}
      </label>
      <Select
        id={controlId("kind")}
        className="w-40"
        value={kind}
        disabled={pending}
        options={postingKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(event) => {
          const next = postingKinds.find((one) => one === event.target.value);
          if (next && next !== kind) void choose(next);
        }}
      />
      <span className="text-xs text-muted max-sm:hidden">{t("form.kindKeeps")}</span>
    </span>
  );
}
