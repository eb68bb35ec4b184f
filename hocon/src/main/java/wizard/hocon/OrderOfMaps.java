package wizard.hocon;

import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.instructions.ConstructInstruction;
import org.teavm.model.instructions.InvokeInstruction;

/** Puts JvmOrderMap where the library, and every HashSet, would make a HashMap. */
public final class OrderOfMaps implements ClassHolderTransformer {
    private static final String FROM = "java.util.HashMap";
    private static final String TO = "wizard.hocon.JvmOrderMap";

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (!cls.getName().startsWith("com.typesafe.config.impl.") && !cls.getName().equals("java.util.HashSet")) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() == null) {
                continue;
            }
            for (BasicBlock block : method.getProgram().getBasicBlocks()) {
                for (Instruction instruction : block) {
                    replace(instruction);
                }
            }
        }
    }

    private static void replace(Instruction instruction) {
        if (instruction instanceof ConstructInstruction) {
            ConstructInstruction construct = (ConstructInstruction) instruction;
            if (construct.getType().equals(FROM)) {
                construct.setType(TO);
            }
        } else if (instruction instanceof InvokeInstruction) {
            InvokeInstruction invoke = (InvokeInstruction) instruction;
            MethodReference method = invoke.getMethod();
            if (method.getClassName().equals(FROM) && method.getName().equals("<init>")) {
                invoke.setMethod(new MethodReference(TO, method.getDescriptor()));
            }
        }
    }
}
