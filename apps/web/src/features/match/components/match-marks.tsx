"use client";

import type { DeclineReason } from "@lilink/model/introduction";
import { Button, Menu, MenuItem, MenuLabel, toast } from "@lilink/ui";
import { useMutation } from "@tanstack/react-query";
import { Pin, PinOff, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { toErrorMessage } from "#lib/error-message.ts";
import { useRouter } from "#lib/i18n/navigation.ts";
import { useTRPC } from "#lib/trpc/client.ts";

export type MarkTexts = Readonly<
  Record<
    | "pin"
    | "unpin"
    | "dismiss"
    | "dismissWhy"
    | "undo"
    | "pinDone"
    | "unpinDone"
    | "dismissDone"
    | "undoDone",
    string
  >
> & { readonly reasons: readonly { readonly value: DeclineReason; readonly label: string }[] };

export type MatchMarksProps = {
  readonly own: string;
  readonly other: string;
  readonly mark: "pinned" | "dismissed" | null;
  readonly title: string;
  readonly text: MarkTexts;
};

type Mark = "pinned" | "dismissed" | "none";

/** Pins, dismisses with a reason, or takes either back; what was done can be undone from the message. */
export function MatchMarks({ own, other, mark, title, text }: MatchMarksProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const error = useTranslations("error");
  const { mutate, isPending } = useMutation(trpc.match.mark.mutationOptions());
  // The list of reasons is built when it is first asked for: a page has many cards and few dismissals.
  const [isAsked, setAsked] = useState(false);

  const put = (next: Mark, done: string, back?: Mark, reason?: DeclineReason) =>
    mutate(
      { publicId: own, other, mark: next, ...(reason ? { reason } : {}) },
      {
        onSuccess: () => {
          router.refresh();
          toast({
            title: done,
            body: title,
            tone: "success",
            ...(back ? { action: { label: text.undo, run: () => put(back, text.undoDone) } } : {}),
          });
        },
        onError: (cause) => toast({ title: toErrorMessage(cause, {}, error).text, tone: "danger" }),
      },
    );

  if (mark === "dismissed") {
    return (
      <Button size="sm" pending={isPending} onClick={() => put("none", text.undoDone)}>
        {text.undo}
      </Button>
    );
  }
  const isPinned = mark === "pinned";
  return (
    <span className="flex gap-1">
      <Button
        size="sm"
        variant="quiet"
        aria-pressed={isPinned}
        pending={isPending}
        onClick={() => put(isPinned ? "none" : "pinned", isPinned ? text.unpinDone : text.pinDone)}
      >
        {isPinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        {isPinned ? text.unpin : text.pin}
      </Button>
      {isAsked ? (
        <Menu defaultOpen trigger={<DismissButton label={text.dismiss} disabled={isPending} />}>
          <MenuLabel>{text.dismissWhy}</MenuLabel>
          {text.reasons.map(({ value, label }) => (
            <MenuItem
              key={value}
              onSelect={() => put("dismissed", text.dismissDone, isPinned ? "pinned" : "none", value)}
            >
              {label}
            </MenuItem>
          ))}
        </Menu>
      ) : (
        <DismissButton
          label={text.dismiss}
          disabled={isPending}
          aria-haspopup="menu"
          aria-expanded={false}
          onClick={() => setAsked(true)}
        />
      )}
    </span>
  );
}

type DismissButtonProps = Omit<ComponentProps<typeof Button>, "children"> & { readonly label: string };

function DismissButton({ label, disabled, ...rest }: DismissButtonProps) {
  return (
    <Button size="sm" variant="quiet" aria-disabled={disabled || undefined} {...rest}>
      <X aria-hidden />
      {label}
    </Button>
  );
}
