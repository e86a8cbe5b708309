"use client";

import { type PostingKind, postingKinds } from "@lilink/model/posting";
import { Button, Dialog, DialogClose, toast } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormContext } from "react-hook-form";
import { useRouter } from "#lib/i18n/navigation.ts";
import { controlId } from "./control-id.ts";
import type { DraftValues } from "./draft-values.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";
import type { MadeWords } from "./made-words.ts";
import type { Naming } from "./use-autosave.ts";

export type KindFieldProps = {
  readonly saveAs: (kind: PostingKind, made: readonly Naming[]) => Promise<boolean>;
  /** The platform's own title and summary: where one stands untouched, it follows the kind. */
  readonly words: MadeWords;
};

/** The kind of a draft that was never handed in: another one keeps all that is filled in. [PO32] */
export function KindField({ saveAs, words }: KindFieldProps) {
  const t = useTranslations("posting");
  const action = useTranslations("common.action");
  const router = useRouter();
  const { kind, say } = useFormTools();
  const { getValues } = useFormContext<DraftValues>();
  const [pending, setPending] = useState(false);
  const choose = async (next: PostingKind) => {
    setPending(true);
    const made = (["title", "summary"] as const).filter((field) => getValues(field) === words[field]);
    const isDone = await saveAs(next, made);
    setPending(false);
    if (!isDone) return;
    const told = t(`form.kindNow.${next}`);
    say(told);
    toast({ title: told, tone: "success" });
    router.refresh();
  };
  const others = postingKinds.filter((one) => one !== kind);
  return (
    <Dialog
      title={t("form.kindChange")}
      description={t("form.kindKeeps")}
      closeLabel={action("close")}
      trigger={
        <button type="button" data-rove id={controlId("kind")} className={wordButton} disabled={pending}>
          {t("form.kindChange")}
        </button>
      }
      actions={others.map((next) => (
        <DialogClose key={next} asChild>
          <Button onClick={() => void choose(next)}>{t(`kind.${next}`)}</Button>
        </DialogClose>
      ))}
    >
      <ul className="flex flex-col gap-1 text-sm">
        {others.map((next) => (
          <li key={next}>{t(`form.kindNow.${next}`)}</li>
        ))}
      </ul>
    </Dialog>
  );
}
