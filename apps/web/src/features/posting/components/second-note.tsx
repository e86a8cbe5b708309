"use client";

import { secondProduct } from "@lilink/model/posting";
import { useLocale, useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useAct } from "#lib/form/use-act.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import { asLabel, conceptName } from "../view.ts";
import type { DraftValues } from "./draft-values.ts";
import { wordButton } from "./form-part.tsx";
import { useFormTools } from "./form-tools.tsx";

/** That the text goes on with a second product, and a draft of its own for it with the same text for the same readers; this one stays as it is. [MT103] */
export function SecondNote() {
  const t = useTranslations("posting.form");
  const locale = useLocale();
  const client = useTRPCClient();
  const router = useRouter();
  const { kind, reading, flush } = useFormTools();
  const { pending, act } = useAct();
  const { control } = useFormContext<DraftValues>();
  const [concept, description, language, levels] = useWatch({
    control,
    name: ["concept", "description", "language", "levels"],
  });
  const second = reading.found && secondProduct(reading.found, concept);
  if (!second) return null;
  const name = asLabel(conceptName(second, locale), locale);
  const start = () =>
    act(async () => {
      // What was chosen a moment ago is kept before the page goes.
      await flush();
      const { publicId } = await client.posting.create.mutate({
        kind,
        content: { language, concept: second, description: description.trim() },
        levels,
      });
      router.push(`/postings/${publicId}/edit`);
    });
  return (
    <p className="flex flex-wrap items-baseline gap-x-3 text-sm">
      {t("second", { name })}
      <button type="button" className={wordButton} disabled={pending} onClick={() => void start()}>
        {t("secondStart")}
      </button>
    </p>
  );
}
