import { protectHere } from "@lilink/services/protect";
import { answerTasks } from "../thread/answer-tasks.ts";

// A thread that protects tables; it has no database and no configuration.
answerTasks(protectHere);
