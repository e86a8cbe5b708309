"use client";

import { Button, Checkbox, Dialog, Field, TextInput } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Meeting } from "../queries.ts";
import { toBeijing } from "../view.ts";

export type EditFormProps = { readonly meeting: Pick<Meeting, "publicId" | "title" | "heldAt" | "venue"> };

/** Another name, hour or place of a meeting that has not begun. */
export function EditForm({ meeting }: EditFormProps) {
  const t = useTranslations("meeting.page");
  const words = useTranslations("meeting.call");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [title, setTitle] = useState(meeting.title);
  const [heldAt, setHeldAt] = useState(toBeijing(meeting.heldAt));
  const [venue, setVenue] = useState(meeting.venue ?? "");
  const [freeze, setFreeze] = useState(false);
  const { pending, failures, act } = useAct({
    title: words("name"),
    heldAt: words("heldAt"),
    venue: words("venue"),
  });
  const save = async () => {
    const changed = {
      publicId: meeting.publicId,
      title,
      heldAt: heldAt === "" ? "" : `${heldAt}:00+08:00`,
      venue: venue || undefined,
      freeze,
    };
    if (await act(() => client.meeting.edit.mutate(changed), t("edited"))) setOpen(false);
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      closeLabel={common("close")}
      trigger={<Button size="sm">{t("edit")}</Button>}
      title={t("edit")}
      actions={
        <Button variant="accent" pending={pending} onClick={() => void save()}>
          {t("editSave")}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <Field id={`${id}-title`} label={words("name")} error={failures.title} required>
          {(aria) => <TextInput {...aria} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field id={`${id}-at`} label={words("heldAt")} error={failures.heldAt} required>
          {(aria) => (
            <TextInput
              {...aria}
              type="datetime-local"
              className="max-w-60"
              value={heldAt}
              onChange={(event) => setHeldAt(event.target.value)}
            />
          )}
        </Field>
        <Field id={`${id}-venue`} label={words("venue")} error={failures.venue}>
          {(aria) => <TextInput {...aria} value={venue} onChange={(event) => setVenue(event.target.value)} />}
        </Field>
        <Checkbox
          id={`${id}-freeze`}
          label={t("freeze")}
          checked={freeze}
          onChange={(event) => setFreeze(event.target.checked)}
        />
      </div>
    </Dialog>
  );
}
