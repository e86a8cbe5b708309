"use client";

import { Button, Checkbox, Dialog } from "@lilink/ui";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { useAct } from "#lib/form/use-act.ts";
import { useTRPCClient } from "#lib/trpc/client.ts";
import type { Meeting } from "../queries.ts";
import { toBeijing } from "../view.ts";
import { MeetingFields, toMeetingInput } from "./meeting-fields.tsx";

export type EditFormProps = { readonly meeting: Pick<Meeting, "publicId" | "title" | "heldAt" | "venue"> };

/** Another name, hour or place of a meeting that has not begun. */
export function EditForm({ meeting }: EditFormProps) {
  const t = useTranslations("meeting.page");
  const words = useTranslations("meeting.call");
  const common = useTranslations("common.action");
  const client = useTRPCClient();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [place, setPlace] = useState({
    title: meeting.title,
    heldAt: toBeijing(meeting.heldAt),
    venue: meeting.venue ?? "",
  });
  const [freeze, setFreeze] = useState(false);
  const { pending, failures, act } = useAct({
    title: words("name"),
    heldAt: words("heldAt"),
    venue: words("venue"),
  });
  const save = async () => {
    const changed = { publicId: meeting.publicId, ...toMeetingInput(place), freeze };
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
        <MeetingFields id={id} value={place} onChange={setPlace} failures={failures} />
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
