package org.kexin.interaction;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody still has to do something about it. */
@Schema(description = "Whether somebody still has to do something about it (处理状态).")
enum HandlingState {
  OPEN,
  HANDLED
}
