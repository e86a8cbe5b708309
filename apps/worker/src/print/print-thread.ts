import { type PrintTask, renderApplications, renderMeeting, renderRelease } from "@lilink/documents/paper";
import { answerTasks } from "@lilink/documents/thread";

// A thread that lays out papers: hundreds of rows take seconds, which no loop of a server has.
answerTasks((task: PrintTask) => {
  switch (task.paper) {
    case "release":
      return renderRelease(task.data, task.locale);
    case "meeting":
      return renderMeeting(task.data, task.locale, task.type);
    case "applications":
      return renderApplications(task.data, task.locale);
  }
});
