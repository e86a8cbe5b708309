"use client";

import { buttonClass, cn } from "@lilink/ui";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";

/** A file input in the language of the page: the browser's own button speaks the browser's. */
export function FileButton({
  id,
  label,
  ...rest
}: ComponentProps<"input"> & { readonly id: string; readonly label?: string }) {
  const t = useTranslations("common.form");
  return (
    <div className="relative self-start">
      <input id={id} {...rest} type="file" className="peer sr-only" />
      <label
        htmlFor={id}
        className={cn(
          buttonClass(),
          "peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-focus peer-disabled:opacity-55",
        )}
      >
        {label ?? t(rest.multiple ? "chooseFiles" : "chooseFile")}
      </label>
    </div>
  );
}
