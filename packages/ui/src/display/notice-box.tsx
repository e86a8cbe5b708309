import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "../class-name.ts";

export const noticeTones = ["info", "success", "warning", "danger"] as const;
export type NoticeTone = (typeof noticeTones)[number];

const looks = {
  info: { box: "border-info bg-info-wash", mark: "text-info", icon: Info },
  success: { box: "border-success bg-success-wash", mark: "text-success", icon: CircleCheck },
  warning: { box: "border-warning bg-warning-wash", mark: "text-warning", icon: TriangleAlert },
  danger: { box: "border-danger bg-danger-wash", mark: "text-danger", icon: CircleAlert },
} as const;

export type NoticeBoxProps = {
  readonly tone?: NoticeTone;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly className?: string;
};

/** Something the reader must know before going on. */
export function NoticeBox({ tone = "info", title, children, className }: NoticeBoxProps) {
  const { box, mark, icon: Icon } = looks[tone];
  return (
    <div className={cn("flex gap-3 border-l-2 px-4 py-3", box, className)}>
      <Icon aria-hidden className={cn("mt-[0.25em] size-4 shrink-0", mark)} />
      <div className="min-w-0">
        {title ? <p className="font-medium">{title}</p> : null}
        {children}
      </div>
    </div>
  );
}
