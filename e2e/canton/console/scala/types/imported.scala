// What the console imports and no script of ours uses: there only so that the import finds something.

package ch.qos.logback.classic {
  final class Level private ()
}

package com.digitalasset.canton.participant.admin {
  final class ResourceLimits private ()
}

package com.digitalasset.canton.participant.admin.workflows.java.canton.internal.ping {
  final class Ping private ()
}

package com.digitalasset.canton.console.commands {
  sealed trait SynchronizerChoice
}

package com.digitalasset.canton.synchronizer.config {
  final class SynchronizerParametersConfig private ()
}
