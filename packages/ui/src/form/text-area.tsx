import type { ComponentProps } from "react";
import { cn } from "../class-name.ts";
import { controlClass } from "./control-class.ts";

export type TextAreaProps = ComponentProps<"textarea">;

export function TextArea({ className, rows = 6, ...rest }: TextAreaProps) {
  return (
    <textarea
      rows={rows}
      className={controlClass(cn("field-sizing-content min-h-24 py-2 leading-[inherit]", className))}
      {...rest}
    />
  );
}
