"use client";

import type { Locale } from "@lilink/i18n";
import { Button, Field, Select } from "@lilink/ui";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { StateForm } from "#components/state-form.tsx";
import { useAct } from "#lib/form/use-act.ts";
import { ownHalf } from "#lib/in-locale.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

type KeepProps = {
  readonly run: string;
  readonly meetings: readonly { readonly publicId: string; readonly title: string }[];
};

/** Has the chain judged anew, or keeps what stands here for a meeting. */
export function KeepForm({ run, meetings }: KeepProps) {
  const t = useTranslations("health.keep");
  const locale = useLocale() as Locale;
  const client = useTRPCClient();
  const { pending, act } = useAct({}, t("taken"));
  const [meeting, setMeeting] = useState(meetings[0]?.publicId ?? "");
  return (
    <StateForm
      className="flex flex-wrap items-end gap-4"
      onSend={() => void act(() => client.chainHealth.keep.mutate({ run, meeting }), t("done"))}
    >
      {meetings.length > 0 ? (
        <>
          <Field id="keep-meeting" label={t("meeting")} className="w-72 max-w-full">
            {(aria) => (
              <Select
                {...aria}
                value={meeting}
                onChange={({ target }) => setMeeting(target.value)}
                options={meetings.map(({ publicId, title }) => ({
                  value: publicId,
                  label: ownHalf(title, locale),
                }))}
              />
            )}
          </Field>
          <Button type="submit" pending={pending}>
            {t("keep")}
          </Button>
        </>
      ) : null}
      <Button
        disabled={pending}
        onClick={() => void act(() => client.chainHealth.ask.mutate({}), t("asked"))}
      >
        {t("again")}
      </Button>
    </StateForm>
  );
}
