"use client";

import type { MeetingState } from "@lilink/model/meeting";
import { Button, Field, TextArea, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";

export type MeetingControlsProps = { readonly publicId: string; readonly state: MeetingState };

/** What the keeper of a meeting does next: begin it, add a point, close it with its minutes. */
export function MeetingControls({ publicId, state }: MeetingControlsProps) {
  const t = useTranslations("meeting.page");
  const client = useTRPCClient();
  const id = useId();
  const [title, setTitle] = useState("");
  const [minutes, setMinutes] = useState("");
  const { pending, failures, act } = useAct({ title: t("itemTitle"), minutes: t("minutes") });
  const add = async () => {
    if (await act(() => client.meeting.addItem.mutate({ publicId, title }))) setTitle("");
  };
  return (
    <div className="no-print mt-5 flex flex-col gap-6">
      <div className="flex max-w-2xl flex-wrap items-end gap-2">
        <Field id={`${id}-item`} label={t("itemTitle")} error={failures.title} className="min-w-48 grow">
          {(aria) => <TextInput {...aria} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Button pending={pending} onClick={() => void add()}>
          {t("addItem")}
        </Button>
      </div>
      {state === "called" ? (
        <Button
          variant="accent"
          className="self-start"
          pending={pending}
          onClick={() => void act(() => client.meeting.hold.mutate({ publicId }))}
        >
          {t("hold")}
        </Button>
      ) : (
        <div className="flex max-w-2xl flex-col gap-3">
          <Field id={`${id}-minutes`} label={t("minutes")} help={t("closeHelp")} error={failures.minutes}>
            {(aria) => (
              <TextArea
                {...aria}
                rows={3}
                value={minutes}
                onChange={(event) => setMinutes(event.target.value)}
              />
            )}
          </Field>
          <Button
            variant="accent"
            className="self-start"
            pending={pending}
            onClick={() => void act(() => client.meeting.close.mutate({ publicId, minutes }))}
          >
            {t("close")}
          </Button>
        </div>
      )}
    </div>
  );
}
